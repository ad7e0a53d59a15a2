using System.Text.Json.Nodes;
using CSharpChef.TestSupport.Stacks;
using CSharpChef.Web.Serving;
using Microsoft.Extensions.Logging.Abstractions;

namespace CSharpChef.TestSupport.CommandLines;

/// <summary>
/// A real server with an administrator who is logged in, shared by the tests of the commands that talk to one.
/// </summary>
public sealed class ServedPlane : IAsyncLifetime
{
    public const string Name = "served plane";
    private readonly string folder = TemporaryFolder.Create("csharpchef-served-");
    private TestPlane plane = null!;
    private HttpServer http = null!;

    /// <summary>The profile of the administrator who is logged in.</summary>
    public string Profile { get; } = $"tests-{Guid.NewGuid():N}";

    public string Url => http.Urls[0];

    public string this[string name] => Path.Combine(folder, name);

    internal TestPlane Plane => plane;

    public async ValueTask InitializeAsync()
    {
        Environment.SetEnvironmentVariable("XDG_CONFIG_HOME", folder);
        plane = await TestPlane.StartAsync();
        var options = new HttpOptions
        {
            Urls = ["http://127.0.0.1:0"],
            Log = NullLoggerProvider.Instance,
            CallRate = new(10_000, 10_000)
        };
        http = await HttpServer.StartAsync(options, plane.Plane, default);
        var key = await plane.CallAsync("CreateAccessKey", new { IamUserArn = plane.Admin.UserArn });
        await File.WriteAllTextAsync(this["credentials"], Ini(key));
        (await LoginAsync(Profile)).Exits(0);
    }

    public async ValueTask DisposeAsync()
    {
        await http.DisposeAsync();
        await plane.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    internal Task<CommandOutcome> LoginAsync(string profile) =>
        CommandLine.RunAsync("login", Url, "--credentials", this["credentials"], "--profile", profile);

    internal Task<CommandOutcome> RunAsync(params string[] arguments) =>
        CommandLine.RunAsync([.. arguments, "--profile", Profile]);

    /// <summary>A stack of the test's own, whose name no other test has.</summary>
    internal async Task<(string Name, string Id)> CreateStackAsync()
    {
        var name = $"stack-{Guid.NewGuid():N}"[..16];
        return (name, await plane.CreateStackAsync(name));
    }

    private static string Ini(JsonNode key) =>
        $"[default]\naws_access_key_id = {key["AccessKeyId"]}\naws_secret_access_key={key["SecretAccessKey"]}\n";
}
