using System.CommandLine;

namespace CSharpChef.Cli.Verbs.Editors;

/// <summary><c>csharpchef editor</c></summary>
internal static class EditorVerb
{
    public static Command Create() => new("editor", """
        Set up editors for recipes.

        Examples:
          csharpchef editor setup
          csharpchef editor setup --editor vscode --print
        """)
    {
        EditorSetup.Create(),
    };
}
