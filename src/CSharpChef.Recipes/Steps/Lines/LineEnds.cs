namespace CSharpChef.Recipes.Steps;

/// <summary>
/// Lines that end with CRLF: they are compared without their carriage return and keep it. What is added gets one where
/// the first line of the file has one.
/// </summary>
internal static class LineEnds
{
    public static bool HasReturn(string line) => line.EndsWith('\r');

    public static string WithoutReturn(string line) => HasReturn(line) ? line[..^1] : line;

    public static string WithReturn(string line, bool isWanted) => isWanted && !HasReturn(line) ? line + '\r' : line;

    /// <summary>Whether a line of a file is the wanted one, with a carriage return or without.</summary>
    public static bool IsSame(string line, string wanted) => line == wanted || line == wanted + '\r';
}
