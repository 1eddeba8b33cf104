# Asks Spark in local mode what stands in stdin as JSON, of the tables that the given statements define.

import json
import sys

from pyspark.sql import SparkSession

asked = json.load(sys.stdin)
spark = (
    SparkSession.builder.master("local[2]")
    .config("spark.ui.enabled", "false")
    .config("spark.sql.shuffle.partitions", "2")
    .config("spark.sql.warehouse.dir", asked["warehouse"])
    .config("spark.driver.bindAddress", "127.0.0.1")
    .config("spark.driver.host", "127.0.0.1")
    .getOrCreate()
)
spark.sparkContext.setLogLevel("ERROR")
for statement in asked["definition"]:
    spark.sql(statement)
answers = {name: [row.asDict() for row in spark.sql(sql).collect()] for name, sql in asked["questions"].items()}
print(json.dumps({"version": spark.version, "answers": answers}, ensure_ascii=True))
