package hopscope.scenario;

import hopscope.document.BadValue;
import hopscope.document.Suggestion;
import hopscope.scenario.Expectation.Operator;
import hopscope.scenario.Expectation.Statistic;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code [protocol.][fault[N].]metric[.statistic] op number}. */
final class ExpectationParser {
    private static final String FORM =
            "[protocol.][fault[N].]metric[.statistic] op number, such as 'delivery_ratio.min > 0.9'";
    private static final String EVERY_PROTOCOL = "*";
    private static final int LENGTH_MAX = 200;
    private static final Pattern PARTS = Pattern.compile("([^<>=!\\s]+)\\s*([<>=!]+)\\s*(\\S.*)");

    private static final Pattern FAULT = Pattern.compile("(^|\\.)fault\\[([^\\]]*)\\]\\.");

    private static final List<String> METRICS =
            Arrays.stream(Metric.values()).map(Metric::column).toList();
    private static final List<String> STATISTICS = Arrays.stream(Statistic.values())
            .map(s -> s.name().toLowerCase(Locale.ROOT))
            .toList();
    private static final List<String> OPERATORS =
            Arrays.stream(Operator.values()).map(Operator::symbol).toList();

    private ExpectationParser() {}

    static Expectation parse(String text) throws BadValue {
        Matcher matcher = PARTS.matcher(text.strip());
        if (text.length() > LENGTH_MAX || !matcher.matches()) {
            throw new BadValue("cannot read '" + QuantityParser.shortened(text) + "'", FORM);
        }
        Operator operator = operator(matcher.group(2));
        Matcher fault = FAULT.matcher(matcher.group(1));
        boolean ofFault = fault.find();
        String[] subject = subject(ofFault ? fault.replaceFirst("$1") : matcher.group(1));
        String protocol = EVERY_PROTOCOL.equals(subject[0]) ? null : subject[0];
        Metric metric = Metric.values()[index("metric", subject[1], METRICS)];
        Statistic statistic =
                subject[2] == null ? Statistic.MEAN : Statistic.values()[index("statistic", subject[2], STATISTICS)];
        double bound = bound(matcher.group(3), metric);
        Integer faultNumber = ofFault ? faultNumber(fault.group(2), metric) : null;
        return new Expectation(text.strip(), protocol, faultNumber, metric, statistic, operator, bound);
    }

    /** The number, or 0 for every fault. */
    private static int faultNumber(String number, Metric metric) throws BadValue {
        List<String> allowed = Metric.OF_FAULTS.stream().map(Metric::column).toList();
        if (!Metric.OF_FAULTS.contains(metric)) {
            throw new BadValue("'" + metric.column() + "' is not measured for each fault; expected one of "
                    + String.join(", ", allowed));
        }
        if (number.equals(EVERY_PROTOCOL)) {
            return 0;
        }
        if (!number.matches("[1-9][0-9]{0,5}")) {
            throw new BadValue(
                    "'fault[" + QuantityParser.shortened(number) + "]' names no fault",
                    "fault[1] for the first one written, or fault[*] for all");
        }
        return Integer.parseInt(number);
    }

    /**
     * Tells protocol, metric and statistic apart; parts that were left out are {@code null}. The name of a protocol may
     * hold dots, so the metric is looked for from the end.
     */
    private static String[] subject(String text) throws BadValue {
        String[] words = text.split("\\.", -1);
        int last = words.length - 1;
        if (last == 0) {
            return new String[] {null, text, null};
        }
        if (METRICS.contains(words[last])) {
            return new String[] {joined(words, last), words[last], null};
        }
        if (last > 2 && !METRICS.contains(words[last - 1])) {
            throw new BadValue("'" + text + "' names no metric", FORM);
        }
        if (last == 1 && !startsWithMetric(words)) {
            return new String[] {words[0], words[1], null};
        }
        return new String[] {last == 1 ? null : joined(words, last - 1), words[last - 1], words[last]};
    }

    private static String joined(String[] words, int count) {
        return String.join(".", Arrays.asList(words).subList(0, count));
    }

    private static boolean startsWithMetric(String[] words) {
        if (words[0].equals(EVERY_PROTOCOL) || Labels.of(Protocol.class).contains(words[0])) {
            return false;
        }
        return METRICS.contains(words[0])
                || STATISTICS.contains(words[1])
                || !METRICS.contains(words[1])
                        && Suggestion.closest(words[0], METRICS).isPresent();
    }

    private static int index(String what, String word, List<String> allowed) throws BadValue {
        int index = allowed.indexOf(word);
        if (index < 0) {
            throw new BadValue("unknown " + what + " '" + word + "'; expected one of " + String.join(", ", allowed)
                    + Suggestion.hint(word, allowed));
        }
        return index;
    }

    private static Operator operator(String symbol) throws BadValue {
        int index = OPERATORS.indexOf(symbol);
        if (index < 0) {
            String meant = switch (symbol) {
                case "=", "===" -> "==";
                case "=<" -> "<=";
                case "=>" -> ">=";
                case "<>", "!" -> "!=";
                default -> null;
            };
            throw new BadValue("unknown operator '" + symbol + "'; expected one of " + String.join(", ", OPERATORS)
                    + (meant == null ? "" : "; did you mean '" + meant + "'?"));
        }
        return Operator.values()[index];
    }

    private static double bound(String text, Metric metric) throws BadValue {
        try {
            return QuantityParser.decimalNumber(text);
        } catch (BadValue e) {
            String unit = metric.unit().equals("1") ? "" : " of " + metric.unit();
            throw new BadValue(
                    "'" + QuantityParser.shortened(text) + "' is not a plain number",
                    "a number" + unit + " without a unit, such as 20");
        }
    }
}
