using CSharpChef.TestSupport.Stacks;

namespace CSharpChef.Tests.Stacks;

/// <summary>Tests that ask a control plane of their own.</summary>
public abstract class ServerTests : IAsyncLifetime
{
    private TestPlane? server;

    private protected TestPlane Server => server!;

    private protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => server = await TestPlane.StartAsync();

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (server is not null)
        {
            await server.DisposeAsync();
        }
    }

    private protected async Task RefusedAsync(string says, string operation, object request)
    {
        var refusal = await Server.RefusedAsync(operation, request);
        Assert.Equal("ValidationException", refusal.Code);
        Assert.Contains(says, refusal.Message, StringComparison.Ordinal);
    }
}
