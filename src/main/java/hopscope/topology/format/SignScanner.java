package hopscope.topology.format;

import hopscope.topology.TopologyFormatException;
import java.util.ArrayDeque;
import java.util.Deque;

/** Cuts a text into words, quoted texts and single signs, with comments left out. */
final class SignScanner {
    private final String text;
    private final String signs;
    private final boolean slashComments;
    private final boolean escapes;
    private final Deque<Word> ahead = new ArrayDeque<>();
    private int at;
    private int line = 1;
    private int lineStart;

    /**
     * @param signs characters that are words of their own
     * @param slashComments whether // and /* begin comments, beside # at the beginning of a line
     * @param escapes whether a backslash in a quoted text protects a quote
     */
    SignScanner(String text, String signs, boolean slashComments, boolean escapes) {
        this.text = text;
        this.signs = signs;
        this.slashComments = slashComments;
        this.escapes = escapes;
    }

    /** The next word without taking it, or null at the end. */
    Word peek() throws TopologyFormatException {
        if (ahead.isEmpty()) {
            Word word = scan();
            if (word != null) {
                ahead.add(word);
            }
        }
        return ahead.peek();
    }

    /** Takes the next word, or answers null at the end. */
    Word next() throws TopologyFormatException {
        peek();
        return ahead.poll();
    }

    /** Takes the next word. */
    Word require(String expected) throws TopologyFormatException {
        Word word = next();
        if (word == null) {
            throw new TopologyFormatException("the file ends here, expected " + expected, line, at - lineStart + 1);
        }
        return word;
    }

    /** Takes this sign. */
    Word sign(String sign) throws TopologyFormatException {
        Word word = require("'" + sign + "'");
        if (!word.is(sign)) {
            throw word.instead("'" + sign + "'");
        }
        return word;
    }

    /** Takes this sign if it comes next. */
    boolean takes(String sign) throws TopologyFormatException {
        Word word = peek();
        boolean there = word != null && word.is(sign);
        if (there) {
            next();
        }
        return there;
    }

    private Word scan() throws TopologyFormatException {
        skip();
        if (at >= text.length()) {
            return null;
        }
        int column = at - lineStart + 1;
        char first = text.charAt(at);
        if (first == '"') {
            return quoted(column);
        }
        if (slashComments && first == '<') {
            return angled(column);
        }
        if (slashComments && (text.startsWith("--", at) || text.startsWith("->", at))) {
            at += 2;
            return new Word(text.substring(at - 2, at), line, column);
        }
        int start = at++;
        if (signs.indexOf(first) < 0) {
            while (at < text.length() && !endsWord(start)) {
                at++;
            }
        }
        return new Word(text.substring(start, at), line, column);
    }

    private boolean endsWord(int start) {
        char character = text.charAt(at);
        boolean arrow = slashComments && character == '-' && (text.startsWith("--", at) || text.startsWith("->", at));
        return character <= ' ' || character == '"' || signs.indexOf(character) >= 0 || arrow && at > start;
    }

    private Word quoted(int column) throws TopologyFormatException {
        int startLine = line;
        StringBuilder inside = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            boolean escape = escapes && text.charAt(at) == '\\' && at + 1 < text.length();
            if (escape && (text.charAt(at + 1) == '"' || text.charAt(at + 1) == '\\')) {
                at++;
            }
            inside.append(text.charAt(at));
            step();
        }
        if (at >= text.length()) {
            throw new TopologyFormatException("a quote without an end, expected \" somewhere", startLine, column);
        }
        at++;
        return new Word(inside.toString(), startLine, column, true);
    }

    /** Graphviz' HTML labels: brackets in pairs. */
    private Word angled(int column) throws TopologyFormatException {
        int startLine = line;
        int start = at;
        int open = 0;
        do {
            open += text.charAt(at) == '<' ? 1 : text.charAt(at) == '>' ? -1 : 0;
            step();
        } while (open > 0 && at < text.length());
        if (open > 0) {
            throw new TopologyFormatException("a '<' without its '>'", startLine, column);
        }
        return new Word(text.substring(start, at), startLine, column, true);
    }

    private void step() {
        if (text.charAt(at++) == '\n') {
            line++;
            lineStart = at;
        }
    }

    private void skip() {
        while (at < text.length()) {
            if (text.charAt(at) <= ' ') {
                step();
            } else if (text.charAt(at) == '#' && text.substring(lineStart, at).isBlank()
                    || slashComments && text.startsWith("//", at)) {
                while (at < text.length() && text.charAt(at) != '\n') {
                    at++;
                }
            } else if (slashComments && text.startsWith("/*", at)) {
                int end = text.indexOf("*/", at + 2);
                int stop = end < 0 ? text.length() : end + 2;
                while (at < stop) {
                    step();
                }
            } else {
                return;
            }
        }
    }
}
