using System.Diagnostics;
using CSharpChef.TestSupport;

namespace CSharpChef.Tests.Templates;

/// <summary>The templates, installed for <c>dotnet new</c> in a home folder of their own.</summary>
public sealed class InstalledTemplates : IAsyncLifetime
{
    private readonly string home = TemporaryFolder.Create("csharpchef-templates-");

    public async ValueTask InitializeAsync()
    {
        if (!WholeSuiteAttribute.IsAskedFor)
        {
            return;
        }

        foreach (var template in Directory.GetDirectories(SourceTree.PathOf("templates/content")))
        {
            await RunAsync(home, "new", "install", template);
        }
    }

    /// <summary>Makes something in a folder.</summary>
    public async Task NewAsync(string folder, string template, string? name = null, params string[] options)
    {
        Directory.CreateDirectory(folder);
        await RunAsync(folder, ["new", template, .. name is null ? [] : new[] { "-n", name }, .. options]);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(home, recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task RunAsync(string folder, params string[] arguments)
    {
        using var dotnet = Process.Start(new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["DOTNET_CLI_HOME"] = home, ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1", ["DOTNET_NOLOGO"] = "1" },
        })!;
        var error = dotnet.StandardError.ReadToEndAsync();
        var output = await dotnet.StandardOutput.ReadToEndAsync();
        await dotnet.WaitForExitAsync();
        Assert.True(dotnet.ExitCode == 0, $"dotnet {string.Join(' ', arguments)}: {output}{await error}");
    }
}
