using System.Globalization;

namespace CSharpChef.Benchmarks;

/// <summary>Writes a test project as the author of a cookbook would, with many tests.</summary>
internal static class TestSuiteProject
{
    public const int Tests = Classes * TestsPerClass;

    private const int Classes = 20;
    private const int TestsPerClass = 50;
    private const int Recipes = 10;

    private static readonly string[] Platforms = ["Debian12", "Ubuntu2404", "Debian13", "Ubuntu2204"];

    /// <summary>Writes the project with its cookbook, and returns the path of the project file.</summary>
    public static string Write(string folder)
    {
        var cookbook = Path.Combine(folder, "cookbooks/suite");
        Write(cookbook, "cookbook.json", """{ "name": "suite", "version": "1.0.0" }""");
        Write(cookbook, "attributes/default.json", """{ "suite": { "port": 80, "name": "shop" } }""");
        Write(cookbook, "templates/site.conf.liquid", "server {\n    listen {{ port }};\n    server_name {{ name }};\n}\n");
        Write(cookbook, "templates/app.env.liquid", "PORT={{ port }}\nHOST={{ node.hostname }}\n");
        for (var recipe = 0; recipe < Recipes; recipe++)
        {
            Write(cookbook, $"recipes/r{recipe}.csx", TestSuiteTexts.Recipe(recipe));
        }

        for (var number = 0; number < Classes; number++)
        {
            Write(folder, $"Suite{number:00}Tests.cs", ClassOf(number));
        }

        Write(folder, "Shared.cs", TestSuiteTexts.Shared(Path.Combine(folder, "cookbooks")));
        Write(folder, "Suite.csproj", TestSuiteTexts.Project(Path.Combine(Repository.Root, "src/CSharpChef.Testing/CSharpChef.Testing.csproj")));
        return Path.Combine(folder, "Suite.csproj");
    }

    private static string ClassOf(int number)
    {
        var tests = Enumerable.Range(number * TestsPerClass, TestsPerClass)
            .Select(test => TestSuiteTexts.Test(test, test % Recipes, Platforms[number % Platforms.Length]));
        return string.Create(CultureInfo.InvariantCulture, $$"""
            public sealed class Suite{{number:00}}Tests
            {
            {{string.Join('\n', tests)}}
            }

            """);
    }

    private static void Write(string folder, string path, string text)
    {
        var file = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
