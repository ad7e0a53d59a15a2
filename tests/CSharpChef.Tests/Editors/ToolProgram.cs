using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Editors;

/// <summary>The tool under test as a program of the name <c>csharpchef</c>, as editors start it.</summary>
internal static class ToolProgram
{
    /// <summary>Makes the program and returns its path.</summary>
    public static string In(CookbookFolder folder)
    {
        var tool = Path.Combine(AppContext.BaseDirectory, "csharpchef.dll");
        folder.With("tool/csharpchef", $"#!/bin/sh\nexec dotnet '{tool}' \"$@\"\n");
        LocalShell.Run("chmod", "755", folder["tool/csharpchef"]);
        return folder["tool/csharpchef"];
    }
}
