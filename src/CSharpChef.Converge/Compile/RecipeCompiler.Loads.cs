using Microsoft.CodeAnalysis;

namespace CSharpChef.Converge.Compile;

internal sealed partial class RecipeCompiler
{
    /// <summary>
    /// Finds the files that <c>#load</c> names, in cookbooks only, and gives them the names that stack traces show.
    /// </summary>
    private sealed class LoadResolver(RecipeEntry entry, ScriptReader read) : SourceReferenceResolver
    {
        public const string EntryPath = "/entry";
        private readonly List<string> tried = [];

        public IReadOnlyList<string> Tried => tried;

        // The result is what CallerFilePath and the symbols hold: only files of other cookbooks keep the cookbook's
        // name.
        public override string NormalizePath(string path, string? baseFilePath)
        {
            var own = entry.Item.Cookbook + "/";
            return path.StartsWith(own, StringComparison.Ordinal) ? path[own.Length..] : LoadPath.Prefix + path;
        }

        public override string? ResolveReference(string path, string? baseFilePath) =>
            LoadPath.Candidates(path, baseFilePath ?? EntryPath).FirstOrDefault(Exists);

        public override Stream OpenRead(string resolvedPath) => new MemoryStream(read(resolvedPath)!, writable: false);

        public override bool Equals(object? other) => ReferenceEquals(this, other);

        public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

        private bool Exists(string path)
        {
            if (!tried.Contains(path))
            {
                tried.Add(path);
            }

            return read(path) is not null;
        }
    }
}
