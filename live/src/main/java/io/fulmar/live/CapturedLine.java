package io.fulmar.live;

/** A line of a capture. */
@SuppressWarnings("ArrayRecordComponent") // where the bytes lie; nobody compares them
record CapturedLine(byte[] bytes, int from, int to, long number) {}
