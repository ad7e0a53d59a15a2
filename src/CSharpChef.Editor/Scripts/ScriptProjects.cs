using CSharpChef.Converge.Compile;
using CSharpChef.Converge.Compile.Shared;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Editor.Cookbooks;
using CSharpChef.Editor.Texts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace CSharpChef.Editor.Scripts;

/// <summary>
/// Makes a project of each open script. The words of shared code, and the resources that are scripts, are a script
/// before it, as the lines that one types at a prompt come before each other.
/// </summary>
internal sealed class ScriptProjects
{
    /// <summary>The path of the script that declares the words.</summary>
    public const string WordsPath = "words";

    private static readonly CSharpParseOptions Parsing =
        RecipeCompiler.Parsing.WithDocumentationMode(DocumentationMode.Parse);

    private readonly Dictionary<string, ScriptProject> projects = new(StringComparer.Ordinal);

    /// <summary>A script of a cookbook.</summary>
    public async Task<(Solution Solution, BoundScript Script)> OfAsync(
        Solution solution,
        CookbookSnapshot snapshot,
        ScriptPlace place,
        IReadOnlyList<SharedProject> shared,
        OpenText open,
        CancellationToken ct)
    {
        var entry = RecipeEntry.OfScript(
            place.ItemIn(snapshot.Cookbook),
            place.LogicalPath,
            snapshot.Store,
            SharedProjects.ScopeOf(snapshot.Cookbook, shared));
        var compiler = new RecipeCompiler(entry, snapshot.Read);
        var surroundings = compiler.Surroundings();
        var setting = new ScriptSetting(entry.Item)
        {
            Loads = compiler.Loads,
            Namespaces = SharedNames.IsOfResources(place.LogicalPath)
                ? [.. surroundings.Namespaces, RecipeCompiler.StepNamespace]
                : surroundings.Namespaces,
            References = surroundings.References,
            Shared = shared,
            Words = surroundings.WordsScript(entry.Files.Where(file => file != place.LogicalPath)),
            Loaded = [.. surroundings.Loaded.Where(file => file != place.LogicalPath)
                .Select(file => snapshot.TextOf(file) ?? "")],
        };
        return await BindAsync(solution, setting, open, place.LogicalPath, ct);
    }

    /// <summary>A script outside all cookbooks.</summary>
    public Task<(Solution Solution, BoundScript Script)> OfAsync(
        Solution solution, OpenText open, CancellationToken ct) =>
        BindAsync(
            solution, new ScriptSetting(new RunListItem("script", "default")), open, Path.GetFileName(open.Path), ct);

    private async Task<(Solution, BoundScript)> BindAsync(
        Solution solution, ScriptSetting setting, OpenText open, string path, CancellationToken ct)
    {
        var script = open.Text.ToString();
        var text = WithLineEnd(DirectiveText.MayBeIn(script)
            ? SourceText.From(
                DirectiveText.ForCompiler(script, RecipeCompiler.DirectivesOf(path, script)), open.Text.Encoding)
            : open.Text);
        if (projects.TryGetValue(open.Path, out var project) && project.Key.SequenceEqual(setting.Key)
            && solution.ContainsDocument(project.Document))
        {
            solution = solution.WithDocumentText(project.Document, text);
        }
        else
        {
            solution = project is null ? solution : Without(solution, project);
            (solution, project) = await NewAsync(solution, setting, text, path, ct);
            projects[open.Path] = project;
        }

        return (solution, new BoundScript(solution.GetDocument(project.Document)!, open.Text, text));
    }

    // The services take the last line of a text, when it is empty, for a part of a directive before it.
    private static SourceText WithLineEnd(SourceText text) =>
        text.WithChanges(new TextChange(new TextSpan(text.Length, 0), "\n"));

    /// <summary>Removes the projects of scripts that are closed.</summary>
    public Solution WithoutClosed(Solution solution, EditorState state)
    {
        foreach (var path in projects.Keys.Where(path => !state.Texts.ContainsKey(path)).ToList())
        {
            solution = Without(solution, projects[path]);
            projects.Remove(path);
        }

        return solution;
    }

    private static Solution Without(Solution solution, ScriptProject project) =>
        new[] { project.Script, project.Words }.Where(solution.ContainsProject)
            .Aggregate(solution, (left, id) => left.RemoveProject(id));

    private static async Task<(Solution, ScriptProject)> NewAsync(
        Solution solution, ScriptSetting setting, SourceText text, string path, CancellationToken ct)
    {
        var (words, script) = (ProjectId.CreateNewId(), ProjectId.CreateNewId());
        var document = DocumentId.CreateNewId(script);
        solution = solution
            .AddProject(ProjectOf(words, WordsPath, setting))
            .AddProject(ProjectOf(script, $"{setting.Item.Cookbook}.{setting.Item.Recipe}", setting))
            .AddProjectReference(script, new ProjectReference(words));
        var compilation = (CSharpCompilation)(await solution.GetProject(words)!.GetCompilationAsync(ct))!;
        var aliases = RecipeCompiler.AliasesOf(compilation, setting.Namespaces.Except(RecipeCompiler.Usings))
            .Select(alias => $"using {alias};\n");
        solution = solution
            .AddDocument(Script(DocumentId.CreateNewId(words), WordsPath, string.Concat(aliases) + setting.Words))
            .AddDocument(Script(document, path, text.ToString()));
        return (solution, new ScriptProject(words, script, document, setting.Key));
    }

    private static DocumentInfo Script(DocumentId id, string path, string text) => DocumentInfo.Create(
        id,
        path,
        sourceCodeKind: SourceCodeKind.Script,
        loader: TextLoader.From(TextAndVersion.Create(
            SourceText.From(text, System.Text.Encoding.UTF8), VersionStamp.Default)),
        filePath: path);

    private static ProjectInfo ProjectOf(ProjectId id, string name, ScriptSetting setting) => ProjectInfo.Create(
        id,
        VersionStamp.Default,
        name,
        name,
        LanguageNames.CSharp,
        compilationOptions: new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            usings: setting.Namespaces,
            nullableContextOptions: NullableContextOptions.Enable,
            sourceReferenceResolver: setting.Loads),
        parseOptions: Parsing,
        projectReferences: setting.Shared.Select(each => new ProjectReference(each.Id)),
        metadataReferences: [.. EditorReferences.All, .. setting.References],
        isSubmission: true,
        hostObjectType: typeof(RecipeContext));
}
