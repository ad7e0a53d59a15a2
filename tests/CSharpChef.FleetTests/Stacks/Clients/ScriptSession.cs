using System.Diagnostics;
using System.Text.Json.Nodes;

namespace CSharpChef.FleetTests.Stacks.Clients;

/// <summary>Calls a server with an AWS SDK, through a script that makes a call for each line it reads.</summary>
internal sealed class ScriptSession : ClientSession
{
    private readonly Process process;

    public ScriptSession(string[] command) => process = Process.Start(
        new ProcessStartInfo(command[0], command.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;

    public override async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    protected override async Task<ClientReply> SendAsync(string kind, string name, JsonObject arguments, int size = 0)
    {
        await process.StandardInput.WriteLineAsync(
            new JsonObject { [kind] = name, ["with"] = arguments, ["size"] = size }.ToJsonString());
        await process.StandardInput.FlushAsync();
        var line = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        var reply = JsonNode.Parse(line ?? throw new IOException("the script ended"))!;
        return new(reply["answer"], reply["code"]?.GetValue<string>(), reply["message"]?.GetValue<string>());
    }
}
