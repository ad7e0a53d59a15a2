using System.Diagnostics;
using System.Reflection;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.CommandLines;
using CSharpChef.TestSupport.Packages;

namespace CSharpChef.Tests.Sdk;

/// <summary>
/// The package <c>CSharpChef.Sdk</c> of this build in a folder feed, and a home folder that knows that feed alone.
/// </summary>
public sealed class PackedSdk : IAsyncLifetime
{
    private readonly string home = TemporaryFolder.Create("csharpchef-sdk-home-");

    internal FolderFeed Feed { get; } = new();

    public async ValueTask InitializeAsync()
    {
        if (WholeSuiteAttribute.IsAskedFor)
        {
            var configuration = typeof(PackedSdk).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!;
            string[] options = ["--no-build", "-c", configuration.Configuration, "-o", Feed.Packages];
            (await RunAsync(SourceTree.Root, ["pack", "src/CSharpChef.Sdk", .. options])).Exits(0);
        }
    }

    internal async Task<CommandOutcome> RunAsync(string folder, params string[] arguments)
    {
        using var dotnet = Process.Start(new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["HOME"] = home,
                ["DOTNET_CLI_HOME"] = home,
                ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
                ["DOTNET_NOLOGO"] = "1",
                // A node that is kept would keep the package loaded.
                ["MSBUILDDISABLENODEREUSE"] = "1",
                ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0",
            },
        })!;
        var error = dotnet.StandardError.ReadToEndAsync();
        var output = await dotnet.StandardOutput.ReadToEndAsync();
        await dotnet.WaitForExitAsync();
        return new CommandOutcome(dotnet.ExitCode, output, await error);
    }

    public ValueTask DisposeAsync()
    {
        Feed.Dispose();
        Directory.Delete(home, recursive: true);
        return ValueTask.CompletedTask;
    }
}
