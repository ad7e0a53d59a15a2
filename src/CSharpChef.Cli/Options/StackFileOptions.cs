using System.CommandLine;
using CSharpChef.Client.Apply;
using CSharpChef.Client.Calls;
using CSharpChef.Client.Differences;
using CSharpChef.Client.Parts;
using CSharpChef.Converge.Disk;
using CSharpChef.Converge.Evaluate;

namespace CSharpChef.Cli.Options;

/// <summary>The options for a file that declares stacks, and its comparison with a server.</summary>
internal sealed class StackFileOptions
{
    private readonly Option<string?> file = new("--file", "-f")
    {
        Description = "The file that declares the stack, such as stack.csx.",
        HelpName = "FILE.csx",
    };
    private readonly Option<bool> prune = new("--prune")
    {
        Description = "Also remove what the server has and the file does not name."
    };
    private readonly Option<bool> replaceSecrets = new("--replace-secrets")
    {
        Description = "Also send secrets that the server already has."
    };
    private readonly ProfileOptions server = new();

    public StackFileOptions(bool required = false) => file.Required = required;

    public void AddTo(Command command)
    {
        command.Options.Add(file);
        command.Options.Add(prune);
        command.Options.Add(replaceSecrets);
        server.AddTo(command);
    }

    public string? File(ParseResult parsed) => parsed.GetValue(file);

    /// <summary>Reads the file and compares it with the server.</summary>
    public async Task<StackPlan> PlanAsync(ParseResult parsed, ServerCall call, CancellationToken ct)
    {
        PartsWarmUp.Begin();
        var declared = await new StackFile(File(parsed)!, DiskCache.Default()).ReadAsync(ct);
        var plan = new StackPlan(call, new DifferenceOptions(parsed.GetValue(prune), parsed.GetValue(replaceSecrets)));
        await plan.ReadAsync(declared, ct);
        return plan;
    }

    public ApiClient Client(ParseResult parsed) => server.Client(parsed);
}
