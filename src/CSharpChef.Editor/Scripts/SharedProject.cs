using CSharpChef.Converge.Compile.Shared;
using Microsoft.CodeAnalysis;

namespace CSharpChef.Editor.Scripts;

/// <summary>The shared code of a cookbook as a project of the editor.</summary>
/// <param name="Id">The project.</param>
/// <param name="Code">What recipes see of it.</param>
/// <param name="Sources">The texts of its documents by their names.</param>
/// <param name="Dependencies">The projects that it uses.</param>
internal sealed record SharedProject(
    ProjectId Id,
    SharedCode Code,
    IReadOnlyDictionary<string, string> Sources,
    IReadOnlyList<SharedProject> Dependencies)
{
    public DocumentId DocumentOf(Solution solution, string name) =>
        solution.GetProject(Id)!.Documents.First(document => document.Name == name).Id;
}
