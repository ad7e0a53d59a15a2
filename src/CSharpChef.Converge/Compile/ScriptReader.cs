namespace CSharpChef.Converge.Compile;

/// <summary>Reads a script by its logical path; null when it does not exist or must not be read.</summary>
internal delegate byte[]? ScriptReader(string path);
