using System.Text.Json.Nodes;
using CSharpChef.Client.Apply;
using CSharpChef.Client.Calls;
using CSharpChef.Client.Differences;
using CSharpChef.Client.Export;
using CSharpChef.Recipes;
using CSharpChef.Stacks.Operations;
using CSharpChef.TestSupport.Stacks;

namespace CSharpChef.Tests.Client.Apply;

/// <summary>A control plane that stacks are applied to in the same process.</summary>
internal sealed class StackServer(TestPlane plane) : IAsyncDisposable
{
    public TestPlane Plane => plane;

    /// <summary>Calls that changed something.</summary>
    public List<string> Changes { get; } = [];

    /// <summary>The operations that fail.</summary>
    public Func<string, bool> Breaks { get; set; } = _ => false;

    public static async Task<StackServer> StartAsync() => new(await TestPlane.StartAsync());

    public async Task<JsonObject> CallAsync(string operation, JsonObject request, CancellationToken ct)
    {
        if (Breaks(operation))
        {
            throw new ApiException("ServiceUnavailableException", "broken");
        }

        if (!ApiTargets.Find(operation).IsQuery)
        {
            Changes.Add(operation);
        }

        try
        {
            return (JsonObject)await plane.CallAsync(operation, request.ToJsonString());
        }
        catch (OperationException e)
        {
            throw new ApiException(e.Code, e.Message);
        }
    }

    public async Task<StackDifference> PlanAsync(StackDeclaration stack, DifferenceOptions? options = null) =>
        (await ReadAsync(stack, options)).Differences.Single();

    public async Task<StackDifference> ApplyAsync(StackDeclaration stack, DifferenceOptions? options = null)
    {
        var plan = await ReadAsync(stack, options);
        await plan.ApplyAsync(_ => { }, default);
        return plan.Differences.Single();
    }

    public async Task<string> ExportAsync(string stack) =>
        (await StackExport.ReadAsync(stack, CallAsync, default)).Text;

    public async ValueTask DisposeAsync() => await plane.DisposeAsync();

    private async Task<StackPlan> ReadAsync(StackDeclaration stack, DifferenceOptions? options)
    {
        var plan = new StackPlan(CallAsync, options ?? new());
        await plan.ReadAsync([stack], default);
        return plan;
    }
}
