# Reads a DCAT catalogue with ckanext-dcat's own parser, and prints what CKAN would make of it as JSON.

import json
import sys

from ckan.cli import load_config
from ckan.config.middleware import make_app

settings, catalogue = sys.argv[1:]
app = make_app(load_config(settings))
with app._wsgi_app.test_request_context():
    from ckanext.dcat.processors import RDFParser

    parser = RDFParser()
    with open(catalogue, encoding="utf-8") as file:
        parser.parse(file.read(), _format="turtle")
    datasets = list(parser.datasets())
print(json.dumps(datasets, ensure_ascii=False, indent=2, sort_keys=True, default=str))
