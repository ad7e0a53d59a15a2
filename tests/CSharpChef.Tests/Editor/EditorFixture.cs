using CSharpChef.TestSupport.Editor;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Editor;

/// <summary>One language server for the tests that only ask it.</summary>
public sealed class EditorFixture : IAsyncLifetime
{
    private LanguageClient? client;

    internal CookbookFolder Cookbooks { get; } = EditorCookbooks.Create();

    // Started by the first test that runs, so that none starts it where all are skipped.
    internal async Task<LanguageClient> ClientAsync() =>
        client ??= await LanguageClient.StartAsync(Cookbooks.Root);

    internal async Task<EditedText> OpenAsync(string path) =>
        await EditedText.OpenAsync(await ClientAsync(), Cookbooks[path]);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (client is not null)
        {
            await client.DisposeAsync();
        }

        Cookbooks.Dispose();
    }
}
