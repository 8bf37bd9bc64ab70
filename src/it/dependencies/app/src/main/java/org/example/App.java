package org.example;

/** Is never compiled. */
public final class App {}
