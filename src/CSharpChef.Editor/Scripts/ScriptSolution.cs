using CSharpChef.Converge.Compile.Shared;
using CSharpChef.Editor.Cookbooks;
using CSharpChef.Editor.Texts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CSharpChef.Editor.Scripts;

/// <summary>
/// All open scripts as the compiler understands them. It keeps what it knows from one request to the next.
/// </summary>
/// <param name="roots">Finds the folders of cookbooks for the folder of one.</param>
internal sealed class ScriptSolution(Func<string, IReadOnlyList<string>> roots) : IDisposable
{
    private readonly AdhocWorkspace workspace = new(EditorHost.Services);
    private readonly SemaphoreSlim access = new(1);
    private readonly SharedProjects shared = new();
    private readonly ScriptProjects scripts = new();
    private Solution? current;

    /// <summary>An open script as the compiler understands it.</summary>
    public async Task<BoundScript> BindAsync(EditorState state, OpenText open, CancellationToken ct)
    {
        await access.WaitAsync(ct);
        try
        {
            var solution = scripts.WithoutClosed(current ?? workspace.CurrentSolution, state);
            (current, var script) = await BindAsync(solution, state, open, ct);
            return script with { Uri = open.Uri };
        }
        finally
        {
            access.Release();
        }
    }

    public void Dispose()
    {
        workspace.Dispose();
        access.Dispose();
    }

    private async Task<(Solution, BoundScript)> BindAsync(
        Solution solution, EditorState state, OpenText open, CancellationToken ct)
    {
        if (ScriptPlace.Find(open.Path) is not { } place)
        {
            return await scripts.OfAsync(solution, open, ct);
        }

        CookbookSnapshot snapshot;
        IReadOnlyList<SharedProject> projects;
        try
        {
            snapshot = CookbookSnapshot.Of(state, place.Folder, roots);
            (solution, projects) = await shared.OfAsync(solution, snapshot, ct);
        }
        catch (ChefException)
        {
            // The cookbook cannot be read, which is among the findings.
            return await scripts.OfAsync(solution, open, ct);
        }

        (solution, var script) = projects[^1].Code.Files.Contains(place.LogicalPath)
            ? (solution, SharedScript(solution, projects[^1], place, open))
            : await scripts.OfAsync(solution, snapshot, place, projects, open, ct);
        return (solution, script with { Snapshot = snapshot, LogicalPath = place.LogicalPath });
    }

    // Only here as it is: others see it as it was when it could be parsed.
    private static BoundScript SharedScript(
        Solution solution, SharedProject project, ScriptPlace place, OpenText open)
    {
        var file = SharedCompiler.Parsed(place.LogicalPath, open.Text.ToString());
        var source = SourceText.From(file.Source, open.Text.Encoding);
        var id = project.DocumentOf(solution, place.LogicalPath);
        return new BoundScript(solution.WithDocumentText(id, source).GetDocument(id)!, open.Text, source)
        {
            Insertions = file.Insertions,
        };
    }
}
