namespace CSharpChef.Editor.Protocol;

/// <param name="Range">The part of the text that it is about.</param>
/// <param name="Severity">1 is an error, 2 a warning, 3 a note.</param>
/// <param name="Code">The code of the rule.</param>
/// <param name="Source">The program that found it.</param>
/// <param name="Message">What is wrong, and what to do.</param>
internal sealed record Diagnostic(Range Range, int Severity, string? Code, string Source, string Message);
