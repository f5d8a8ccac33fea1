/**
 * The command line: the only place that knows all others.
 *
 * <p>Results go to standard output, everything else to standard error. May import everything. Read first: {@link
 * hopscope.cli.Main}, {@link hopscope.cli.RunCommand}.
 */
package hopscope.cli;
