using CSharpChef.TestSupport.Stacks;

namespace CSharpChef.Tests.Stacks;

/// <summary>A base of tests with a control plane for each test.</summary>
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

    private protected async Task RequireRefusalAsync(string message, string operation, object request)
    {
        var refusal = await Server.RequireRefusalAsync(operation, request);
        Assert.Equal("ValidationException", refusal.Code);
        Assert.Contains(message, refusal.Message, StringComparison.Ordinal);
    }
}
