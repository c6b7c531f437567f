package org.hearsay.report;

import java.awt.Dimension;
import java.io.StringWriter;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGGraphics2DIOException;
import org.apache.batik.svggen.SVGSyntax;
import org.knowm.xchart.XYChart;
import org.w3c.dom.Document;

/** Charts as SVG. */
public final class Svg {

  private Svg() {}

  /** A chart in its own size. */
  public static String of(XYChart chart) {
    // Drawing needs no screen.
    System.setProperty("java.awt.headless", "true");
    StringWriter svg = new StringWriter();
    try {
      Document document =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .getDOMImplementation()
              .createDocument(SVGSyntax.SVG_NAMESPACE_URI, SVGSyntax.SVG_SVG_TAG, null);
      SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
      context.setPrecision(1);
      SVGGraphics2D canvas = new SVGGraphics2D(context, false);
      canvas.setSVGCanvasSize(new Dimension(chart.getWidth(), chart.getHeight()));
      chart.paint(canvas, chart.getWidth(), chart.getHeight());
      canvas.stream(svg, true);
    } catch (ParserConfigurationException | SVGGraphics2DIOException e) {
      throw new IllegalStateException("Nothing is read or written here", e);
    }
    return svg.toString();
  }
}
