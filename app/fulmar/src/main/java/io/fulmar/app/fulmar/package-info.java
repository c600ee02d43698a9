/**
 * The one front door: the command line.
 *
 * <pre>
 * Main -> FrontDoor -> CommandLine (words to an Invocation) -> command's action -> exit code
 *                          |                                        |
 *                     CommandRegistry (names, options, examples)    Failure -> one error on stderr
 * </pre>
 *
 * <p>May know: everything; nothing depends on it. Commands are data, so that the same names and options can be served
 * elsewhere. Start reading at {@link io.fulmar.app.fulmar.FrontDoor}; what a command does is wired in
 * {@link io.fulmar.app.fulmar.Main}.
 */
@NullMarked
package io.fulmar.app.fulmar;

import org.jspecify.annotations.NullMarked;
