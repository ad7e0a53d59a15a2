namespace CSharpChef.Converge.Cookbooks;

/// <summary>Texts that stand for files, such as those of an editor. A file may not exist on the disk.</summary>
/// <param name="Paths">The full paths.</param>
/// <param name="Read">The bytes of a path; null for other files.</param>
internal sealed record OpenedFiles(IEnumerable<string> Paths, Func<string, byte[]?> Read);
