using Microsoft.CodeAnalysis;

namespace CSharpChef.Editor.Scripts;

/// <summary>A script as a project of the editor, behind the project of its words.</summary>
/// <param name="Words">The project of the words.</param>
/// <param name="Script">The project of the script.</param>
/// <param name="Document">The script.</param>
/// <param name="Key">What both were made of, except the text of the script.</param>
internal sealed record ScriptProject(
    ProjectId Words, ProjectId Script, DocumentId Document, IReadOnlyList<object> Key);
