// Starts Solr over HTTP on loopback, with the cores of a folder, and runs until it is ended.

import java.util.Properties;
import org.apache.solr.embedded.JettyConfig;
import org.apache.solr.embedded.JettySolrRunner;

public class SolrMain {
  public static void main(String[] args) throws Exception {
    int port = Integer.parseInt(args[1]);
    JettyConfig config = JettyConfig.builder().setContext("/solr").setPort(port).build();
    JettySolrRunner runner = new JettySolrRunner(args[0], new Properties(), config);
    runner.start(false);
    Thread.currentThread().join();
  }
}
