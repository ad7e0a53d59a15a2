namespace CSharpChef.Converge.Compile;

/// <summary>The bytes of a script by its logical path; null when there is none, or when it may not be read.</summary>
internal delegate byte[]? ScriptReader(string path);
