package hopscope.scenario;

import hopscope.document.Position;
import hopscope.document.YamlNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Checks the names of the protocols that a scenario compares. */
final class ProtocolCheck {
    /** What may name an entry; {@code *} in an expectation stands for all. */
    static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,59}");

    private final CheckContext context;
    private final Map<String, Position> seen = new HashMap<>();

    private ProtocolCheck(CheckContext context) {
        this.context = context;
    }

    static void run(CheckContext context) {
        YamlNode node = context.root().value("protocols");
        List<YamlNode> items = context.items("protocols");
        if (node instanceof YamlNode.Sequence && items.isEmpty()) {
            context.problems().add(node.at(), "no protocol is listed", LeafReader.describe(ProtocolSpec.class));
        }
        ProtocolCheck check = new ProtocolCheck(context);
        items.forEach(check::checkItem);
    }

    private void checkItem(YamlNode item) {
        if (item instanceof YamlNode.Scalar scalar && isKnown(scalar.text())) {
            checkUnique(scalar.text(), item.at());
        } else if (item instanceof YamlNode.Mapping mapping) {
            if (mapping.value("name") instanceof YamlNode.Scalar name && !name.isNull()) {
                checkName(name, mapping);
            } else if (mapping.value("use") instanceof YamlNode.Scalar use && !mapping.has("name")) {
                checkUnique(use.text(), use.at());
            }
        }
    }

    private boolean isKnown(String label) {
        return Labels.constant(Protocol.class, label).isPresent()
                || context.scenario().protocols().stream()
                        .anyMatch(protocol -> protocol.use().label().equals(label));
    }

    private void checkName(YamlNode.Scalar name, YamlNode.Mapping entry) {
        String text = name.text();
        boolean isAnother = Labels.constant(Protocol.class, text).isPresent()
                && entry.value("use") instanceof YamlNode.Scalar use
                && !use.text().equals(text);
        if (!NAME.matcher(text).matches()) {
            context.problems()
                    .add(
                            name.at(),
                            "'" + QuantityParser.shortened(text) + "' cannot name a protocol",
                            "1 to 60 letters, digits, '.', '_' or '-', a letter or digit first, such as dv-fast");
        } else if (isAnother) {
            context.problems()
                    .add(
                            name.at(),
                            "'" + text + "' is the name of another protocol",
                            "a name of the entry's own, such as " + text + "-2, or use: " + text);
        } else {
            checkUnique(text, name.at());
        }
    }

    private void checkUnique(String name, Position at) {
        Position first = seen.putIfAbsent(name, at);
        if (first != null) {
            String place = first.line() == 0 ? first.file() : "line " + first.line() + ", column " + first.column();
            context.problems()
                    .add(
                            at,
                            "'" + name + "' is listed twice, first in " + place,
                            "each protocol once, or another name");
        }
    }
}
