package hopscope.check;

import hopscope.results.AtomicFile;
import hopscope.results.ExpectationOutcome;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Check reports in the XML that CI systems read: a suite per scenario; in it a case per protocol for the verdicts and
 * one for each metric. Worse is a failure, a run that broke off an error; what is inconclusive, or has nothing to be judged by, is skipped; all that
 * changed is in the suite's output. No times: they are no part of the check.
 */
public final class JunitReport {
    private JunitReport() {}

    /**
     * Writes the file, atomically.
     *
     * @throws hopscope.results.ResultFolderException if the system refuses
     */
    public static void write(List<CheckReport> reports, Path file) {
        AtomicFile.write(file, render(reports));
    }

    static String render(List<CheckReport> reports) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            line(xml);
            xml.writeStartElement("testsuites");
            xml.writeAttribute("name", "hopscope check");
            line(xml);
            for (CheckReport report : reports) {
                suite(xml, report);
            }
            xml.writeEndElement();
            line(xml);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("XML in memory can always be written", e);
        }
        return text.toString();
    }

    private static void suite(XMLStreamWriter xml, CheckReport report) throws XMLStreamException {
        boolean unjudged = !report.note().isEmpty();
        boolean broken = report.outcome() == CheckReport.Outcome.BROKEN;
        long tests = unjudged
                ? 1
                : report.protocols().stream()
                        .mapToLong(p -> 1 + p.metrics().size())
                        .sum();
        tests += report.expectations().size();
        long failures = report.protocols().stream()
                .mapToLong(p -> p.count(Decision.WORSE) + (p.verdict() == Decision.WORSE ? 1 : 0))
                .sum();
        long skipped = report.protocols().stream()
                .mapToLong(p -> p.count(Decision.INCONCLUSIVE) + (p.verdict().isOpen() ? 1 : 0))
                .sum();
        failures += report.expectations().stream()
                .filter(expectation -> !expectation.passed())
                .count();
        xml.writeStartElement("testsuite");
        attribute(xml, "name", report.scenario());
        attribute(xml, "tests", Long.toString(tests));
        attribute(xml, "failures", Long.toString(failures));
        attribute(xml, "errors", broken ? "1" : "0");
        attribute(xml, "skipped", Long.toString(unjudged && !broken ? 1 : skipped));
        line(xml);
        if (unjudged) {
            testCase(xml, report.scenario(), broken ? "runs" : "baseline", broken ? "error" : "skipped", report.note());
        }
        for (ProtocolReport protocol : report.protocols()) {
            cases(xml, report.scenario() + "." + protocol.protocol(), protocol);
        }
        for (ExpectationOutcome expectation : report.expectations()) {
            String className = report.scenario() + "." + expectation.protocol();
            String kind = expectation.passed() ? null : "failure";
            testCase(xml, className, expectation.expectation().text(), kind, expectation.render());
        }
        xml.writeStartElement("system-out");
        xml.writeCharacters(legal(report.render()));
        xml.writeEndElement();
        line(xml);
        xml.writeEndElement();
        line(xml);
    }

    private static void cases(XMLStreamWriter xml, String className, ProtocolReport protocol)
            throws XMLStreamException {
        testCase(xml, className, "verdict", kind(protocol.verdict()), protocol.lostDetail());
        for (MetricDecision metric : protocol.metrics()) {
            testCase(xml, className, metric.measure().label(), kind(metric.decision()), metric.detail());
        }
    }

    private static String kind(Decision decision) {
        return decision == Decision.WORSE ? "failure" : decision.isOpen() ? "skipped" : null;
    }

    /**
     * @param kind {@code failure}, {@code error}, {@code skipped} or {@code null} for a case that passed
     * @param message said unless it passed
     */
    private static void testCase(XMLStreamWriter xml, String className, String name, String kind, String message)
            throws XMLStreamException {
        xml.writeStartElement("testcase");
        attribute(xml, "classname", className);
        attribute(xml, "name", name);
        if (kind != null) {
            xml.writeEmptyElement(kind);
            attribute(xml, "message", message);
        }
        xml.writeEndElement();
        line(xml);
    }

    private static void attribute(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, legal(value));
    }

    private static void line(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeCharacters("\n");
    }

    /** XML 1.0 has no way to write most control characters, not even escaped. */
    private static String legal(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints()
                .map(c ->
                        c == '\n' || c == '\t' || (c >= ' ' && c < 0xD800) || (c >= 0xE000 && c < 0xFFFE) || c > 0xFFFF
                                ? c
                                : '\uFFFD')
                .forEach(out::appendCodePoint);
        return out.toString();
    }
}
