using System.Text;
using System.Text.Json;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.CommandLines;
using CSharpChef.TestSupport.Editor;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Editor;

/// <summary>How the language server begins, ends, and takes what is wrong.</summary>
[WholeSuite]
public sealed class ProtocolTests : IDisposable
{
    private const int MethodNotFound = -32601;
    private const int InvalidParams = -32602;
    private const int RequestCancelled = -32800;
    private readonly CookbookFolder cookbooks = EditorCookbooks.Create();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => cookbooks.Dispose();

    [Fact]
    public async Task The_help_tells_who_starts_it() =>
        (await CommandLine.RunAsync("lsp", "--help")).Exits(0).Prints("csharpchef editor setup", "csharpchef lsp --stdio");

    [Fact]
    public async Task A_server_that_was_shut_down_exits_with_0_and_writes_no_error()
    {
        await using var client = await LanguageClient.StartAsync(cookbooks.Root);

        var answer = await client.CallAsync("shutdown", null);
        await client.WriteAsync(new { jsonrpc = "2.0", method = "exit" });

        Assert.Equal(JsonValueKind.Null, answer.GetProperty("result").ValueKind);
        Assert.Equal(0, await client.ExitAsync(Ct));
        Assert.Equal("", await client.Errors);
    }

    [Fact]
    public async Task A_client_that_watches_files_is_asked_to_tell_of_those_of_cookbooks()
    {
        await using var client = LanguageClient.Start(cookbooks.Root);
        await client.RequestAsync("initialize", new
        {
            capabilities = new { workspace = new { didChangeWatchedFiles = new { dynamicRegistration = true } } },
        });

        await client.NotifyAsync("initialized", new { });

        var asked = await client.NextAsync("client/registerCapability", _ => true, Ct);
        Assert.Contains("csx", asked.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exit_without_a_shutdown_exits_with_1()
    {
        await using var client = await LanguageClient.StartAsync(cookbooks.Root);

        await client.WriteAsync(new { jsonrpc = "2.0", method = "exit" });

        Assert.Equal(1, await client.ExitAsync(Ct));
    }

    [Fact]
    public async Task The_end_of_the_input_ends_the_server()
    {
        await using var client = await LanguageClient.StartAsync(cookbooks.Root);

        client.CloseInput();

        Assert.Equal(1, await client.ExitAsync(Ct));
    }

    [Theory]
    [InlineData("this is not a header\r\n\r\n")]
    [InlineData("Content-Length: 5\r\n\r\n{\"a\":")]
    [InlineData("Content-Length: many\r\n\r\n{}")]
    public async Task Input_that_is_not_the_protocol_ends_the_server_with_an_error(string input)
    {
        await using var client = LanguageClient.Start(cookbooks.Root);

        await client.WriteAsync(Encoding.ASCII.GetBytes(input));

        Assert.Equal(2, await client.ExitAsync(Ct));
        Assert.Contains("the input is not the language server protocol", await client.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_is_cancelled_is_answered_with_that()
    {
        await using var client = await LanguageClient.StartAsync(cookbooks.Root);
        await using var text = await EditedText.OpenAsync(client, cookbooks["web/recipes/default.csx"]);

        // The first completion of a process takes long.
        var (id, answer) = await client.SendAsync(
            "textDocument/completion",
            new { textDocument = new { uri = text.Uri }, position = new { line = 5, character = 0 } });
        await client.NotifyAsync("$/cancelRequest", new { id });

        Assert.Equal(RequestCancelled, (await answer).GetProperty("error").GetProperty("code").GetInt32());
    }

    [Fact]
    public async Task A_request_that_fails_or_is_unknown_is_answered_with_an_error_and_the_server_goes_on()
    {
        await using var client = await LanguageClient.StartAsync(cookbooks.Root);
        await using var text = await EditedText.OpenAsync(client, cookbooks["web/recipes/default.csx"]);

        var unknown = await client.CallAsync("textDocument/unknown", new { });
        var failed = await client.CallAsync("textDocument/completion", new { bad = 1 });
        await client.NotifyAsync("textDocument/unknown", new { });
        await client.NotifyAsync("workspace/didChangeWorkspaceFolders", new { @event = new { added = Array.Empty<object>() } });

        Assert.Equal(MethodNotFound, unknown.GetProperty("error").GetProperty("code").GetInt32());
        Assert.Equal(InvalidParams, failed.GetProperty("error").GetProperty("code").GetInt32());
        Assert.Contains("textDocument", failed.GetProperty("error").GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Contains("Package", await text.CompleteAsync(EditorCookbooks.Recipe + "Pack$$"));
    }

    [Fact]
    public async Task A_text_that_is_not_open_has_no_answers()
    {
        await using var client = await LanguageClient.StartAsync(cookbooks.Root);
        var at = new
        {
            textDocument = new { uri = new Uri(cookbooks["web/recipes/default.csx"]).AbsoluteUri },
            position = new { line = 0, character = 0 },
        };

        var items = await client.RequestAsync("textDocument/completion", at);
        var hover = await client.RequestAsync("textDocument/hover", at);

        Assert.Empty(EditedText.LabelsOf(items));
        Assert.Equal(JsonValueKind.Null, hover.ValueKind);
    }

    [Fact]
    public async Task Changes_of_parts_of_a_text_are_applied_in_their_order()
    {
        await using var client = await LanguageClient.StartAsync(cookbooks.Root);
        await using var text = await EditedText.OpenAsync(
            client, cookbooks["web/recipes/default.csx"], "Log(\"😀\");\r\nvar a = 1;\r\n");

        // Log("😀"); Log("x"); and then Node. in place of var a = 1;
        await text.ChangeAsync(
            Change((0, 10), (0, 10), " Log(\"x\");"), Change((1, 0), (1, 10), "No."), Change((1, 2), (1, 2), "de"));
        var items = await client.RequestAsync("textDocument/completion", new
        {
            textDocument = new { uri = text.Uri },
            position = new { line = 1, character = 5 },
        });
        var hover = await client.RequestAsync("textDocument/hover", new
        {
            textDocument = new { uri = text.Uri },
            position = new { line = 0, character = 12 },
        });

        Assert.Contains("Hostname", EditedText.LabelsOf(items));
        Assert.Contains("LogResource", hover.ToString(), StringComparison.Ordinal);
    }

    private static object Change((int Line, int Character) start, (int Line, int Character) end, string text) => new
    {
        range = new
        {
            start = new { line = start.Line, character = start.Character },
            end = new { line = end.Line, character = end.Character },
        },
        text,
    };
}
