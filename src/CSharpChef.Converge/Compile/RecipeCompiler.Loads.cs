using System.Text;
using CSharpChef.Converge.Compile.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

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
        private readonly SortedDictionary<string, IReadOnlyList<ScriptDirective>> directives =
            new(StringComparer.Ordinal);

        private readonly HashSet<string> shared = new(StringComparer.Ordinal);
        private readonly HashSet<string> scripts = new(StringComparer.Ordinal);

        /// <summary>Aliases that each script gets.</summary>
        public IReadOnlyList<string> Aliases { get; init; } = [];

        /// <summary>Changes of the texts that the compiler gets, by their paths.</summary>
        public ILookup<string, TextChange> Changes { get; init; } = Array.Empty<TextChange>().ToLookup(_ => "");

        public IReadOnlyList<string> Tried => tried;

        /// <summary>The paths of the scripts that were read.</summary>
        public IReadOnlySet<string> Scripts => scripts;

        /// <summary>The loaded scripts that are shared code.</summary>
        public IReadOnlySet<string> Shared => shared;

        /// <summary>The directives of the files that were read.</summary>
        public IEnumerable<ScriptDirective> Directives => directives.Values.SelectMany(each => each);

        /// <summary>The directives of one of these files.</summary>
        public IReadOnlyList<ScriptDirective> DirectivesIn(string path) => directives.GetValueOrDefault(path) ?? [];

        /// <summary>Directives that recipes do not use.</summary>
        public IEnumerable<ScriptFinding> Notes => Findings(isError: false);

        /// <summary>Directives that recipes do not have.</summary>
        public IEnumerable<ScriptFinding> Errors => Findings(isError: true);

        // The result is what CallerFilePath and the symbols hold: only files of other cookbooks keep the cookbook's
        // name.
        public override string NormalizePath(string path, string? baseFilePath)
        {
            var own = entry.Item.Cookbook + "/";
            return path.StartsWith(own, StringComparison.Ordinal) ? path[own.Length..] : LoadPath.Prefix + path;
        }

        public override string? ResolveReference(string path, string? baseFilePath) =>
            LoadPath.Candidates(path, baseFilePath ?? EntryPath).FirstOrDefault(Exists);

        public override Stream OpenRead(string resolvedPath)
        {
            if (entry.Shared.Has(resolvedPath))
            {
                shared.Add(resolvedPath);
                return Stream.Null;
            }

            scripts.Add(resolvedPath);
            var bytes = read(resolvedPath)!;
            var script = DirectiveText.Decode(bytes);
            var usings = SharedNames.IsOfResources(resolvedPath) ? [StepNamespace, .. Aliases] : Aliases;
            var text = usings.Count == 0 ? script : WithUsings(script, usings);
            if (usings.Count > 0 || DirectiveText.MayBeIn(text))
            {
                var found = DirectivesOf(resolvedPath, text);
                directives[resolvedPath] = found;
                bytes = Encoding.UTF8.GetBytes(DirectiveText.ForCompiler(text, found));
            }

            return new MemoryStream(
                Changes.Contains(resolvedPath) ? Changed(resolvedPath, bytes) : bytes, writable: false);
        }

        public override bool Equals(object? other) => ReferenceEquals(this, other);

        public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

        private byte[] Changed(string path, byte[] script) => Encoding.UTF8.GetBytes(
            SourceText.From(DirectiveText.Decode(script))
                .WithChanges(Changes[path].OrderBy(each => each.Span)).ToString());

        private IEnumerable<ScriptFinding> Findings(bool isError) => Directives
            .Select(DirectiveText.FindingOf)
            .OfType<ScriptFinding>()
            .Where(finding => finding.IsError == isError);

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
