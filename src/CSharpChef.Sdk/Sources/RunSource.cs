using Microsoft.CodeAnalysis.CSharp;

namespace CSharpChef.Sdk.Sources;

/// <summary>What a recipe does as an ordinary program: it says how recipes are run.</summary>
internal static class RunSource
{
    private const int UsageError = 2;

    /// <param name="script">The logical path; empty when the script is in no cookbook.</param>
    public static string Of(string script) => $$"""
        file static class CSharpChefRun
        {
            [global::System.Runtime.CompilerServices.ModuleInitializer]
            internal static void Refuse()
            {
                global::System.Console.Error.WriteLine({{SymbolDisplay.FormatLiteral(Message(script), quote: true)}});
                global::System.Environment.Exit({{UsageError}});
            }
        }
        """;

    private static string Message(string script) => script.Split('/') is [var cookbook, "recipes", var file]
        ? $"this is a recipe, and a recipe is run on a target: csharpchef converge TARGET -r {cookbook}::{file.Split('.')[0]}"
        : "this is a script of CSharpChef that is not in the recipes of a cookbook: csharpchef converge TARGET -r RECIPE runs recipes";
}
