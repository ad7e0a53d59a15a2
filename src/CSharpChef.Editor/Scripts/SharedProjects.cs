using CSharpChef.Converge.Compile;
using CSharpChef.Converge.Compile.Shared;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Editor.Cookbooks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CSharpChef.Editor.Scripts;

/// <summary>
/// Makes projects of the shared code of cookbooks. Documents whose text did not change stay, so that what is known of
/// them stays too.
/// </summary>
internal sealed class SharedProjects
{
    private const string Head = "head";
    private const string Aliases = "aliases";
    private readonly Dictionary<string, SharedProject> projects = new(StringComparer.Ordinal);
    private readonly Dictionary<string, byte[]> wellFormed = new(StringComparer.Ordinal);

    /// <summary>
    /// The projects of a cookbook and of its dependencies, which come first. A script that is being typed and cannot be
    /// parsed counts as it was before.
    /// </summary>
    public async Task<(Solution Solution, IReadOnlyList<SharedProject> Projects)> OfAsync(
        Solution solution, CookbookSnapshot snapshot, CancellationToken ct)
    {
        var made = new Dictionary<string, SharedProject>(StringComparer.Ordinal);
        foreach (var cookbook in snapshot.Store.WithDependencies([snapshot.Cookbook.Name]))
        {
            var dependencies = snapshot.Store.WithDependencies([cookbook.Name])
                .Where(each => each != cookbook && made.ContainsKey(each.Name))
                .Select(each => made[each.Name])
                .ToList();
            (solution, made[cookbook.Name]) = await UpdateAsync(solution, cookbook, snapshot, dependencies, ct);
        }

        return (solution, [.. made.Values]);
    }

    private async Task<(Solution, SharedProject)> UpdateAsync(
        Solution solution,
        Cookbook cookbook,
        CookbookSnapshot snapshot,
        IReadOnlyList<SharedProject> dependencies,
        CancellationToken ct)
    {
        var compiler = new SharedCompiler(
            cookbook, ScopeOf(cookbook, dependencies), snapshot.Store, path => WellFormed(snapshot, path));
        var sources = compiler.Files.ToDictionary(file => file.Path, file => file.Source);
        sources[Head] = compiler.HeadSource;
        if (projects.TryGetValue(cookbook.Files.Folder, out var known)
            && solution.ContainsProject(known.Id)
            && known.Sources.Count == sources.Count && !known.Sources.Except(sources).Any()
            && known.Dependencies.SequenceEqual(dependencies))
        {
            return (solution, known);
        }

        var id = known?.Id ?? ProjectId.CreateNewId();
        solution = WithProject(solution, id, compiler, cookbook.Name, dependencies);
        solution = WithDocuments(solution, id, sources);
        var compilation = (CSharpCompilation)(await solution.GetProject(id)!.GetCompilationAsync(ct))!;
        var project = new SharedProject(id, compiler.Describe(compilation), sources, dependencies);
        solution = WithDocument(solution, id, Aliases, compiler.AliasSource(compilation));
        projects[cookbook.Files.Folder] = project;
        return (solution, project);
    }

    public static SharedScope ScopeOf(Cookbook cookbook, IReadOnlyList<SharedProject> projects) =>
        new(cookbook.Name, "", () => [.. projects.Select(project => project.Code)]);

    private byte[]? WellFormed(CookbookSnapshot snapshot, string path)
    {
        if (snapshot.Read(path) is not { } bytes || snapshot.Store.PathOf(path) is not { } file)
        {
            return null;
        }

        var isWellFormed = SharedCompiler.Parsed(path, DirectiveText.Decode(bytes)) is { Mistakes.Count: 0 };
        return isWellFormed || !wellFormed.TryGetValue(file, out var before)
            ? wellFormed[file] = bytes
            : before;
    }

    private static Solution WithProject(
        Solution solution,
        ProjectId id,
        SharedCompiler compiler,
        string cookbook,
        IReadOnlyList<SharedProject> dependencies)
    {
        var references = EditorReferences.All.Concat(compiler.PackageReferences);
        var projects = dependencies.Select(each => new ProjectReference(each.Id));
        return solution.ContainsProject(id)
            ? solution.WithProjectMetadataReferences(id, references).WithProjectReferences(id, projects)
            : solution.AddProject(ProjectInfo.Create(
                id,
                VersionStamp.Default,
                SharedNames.AssemblyOf(cookbook),
                SharedNames.AssemblyOf(cookbook),
                LanguageNames.CSharp,
                compilationOptions: new CSharpCompilationOptions(
                    OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable),
                parseOptions: SharedCompiler.PlainParsing,
                projectReferences: projects,
                metadataReferences: references));
    }

    private static Solution WithDocuments(
        Solution solution, ProjectId id, Dictionary<string, string> sources)
    {
        foreach (var old in solution.GetProject(id)!.Documents
            .Where(document => document.Name != Aliases && !sources.ContainsKey(document.Name)))
        {
            solution = solution.RemoveDocument(old.Id);
        }

        foreach (var (name, source) in sources)
        {
            solution = WithDocument(solution, id, name, source);
        }

        return solution;
    }

    private static Solution WithDocument(
        Solution solution, ProjectId id, string name, string source)
    {
        var text = Microsoft.CodeAnalysis.Text.SourceText.From(source, System.Text.Encoding.UTF8);
        var document = solution.GetProject(id)!.Documents.FirstOrDefault(each => each.Name == name);
        return document is null
            ? solution.AddDocument(DocumentId.CreateNewId(id), name, text, filePath: LoadPath.Prefix + name)
            : document.TryGetText(out var old) && old.ContentEquals(text) ? solution
            : solution.WithDocumentText(document.Id, text);
    }
}
