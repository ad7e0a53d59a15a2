using CSharpChef.Stacks.Sources;
using StoredRealPath = CSharpChef.Stacks.Sources.RealPath;

namespace CSharpChef.Tests.Stacks.Cookbooks;

public sealed class ServerFeedsTests : CookbookSourcesTests
{
    [Theory]
    [InlineData("/usr/share", "a folder outside of the source of the cookbooks")]
    [InlineData("../..", "a folder outside of the source of the cookbooks")]
    [InlineData("https://example.com/%PATH%/index.json", "names the variable %PATH%")]
    [InlineData("http://127.0.0.1:9/index.json", "serve --allow-source-host 127.0.0.1")]
    public async Task A_feed_that_a_server_must_not_use_is_refused(string feed, string message)
    {
        Options = new() { Folders = [StoredRealPath.Of(Repository.Folder)!] };
        Repository.With("web/cookbook.json", """{ "dependencies": { "base": { "nuget": "Acme.Base" } } }""")
            .With("web/cookbook.lock.json", $$"""
                { "lock": 1, "cookbooks": { "base": {
                    "nuget": "Acme.Base", "version": "1.0.0", "packageHash": "x", "hash": "sha256:{{new string('a', 64)}}" } } }
                """)
            .With("web/nuget.config", $"""
                <configuration><packageSources><clear /><add key="f" value="{feed}" allowInsecureConnections="true" /></packageSources></configuration>
                """)
            .Commit();

        var error = await FailAsync(new Source { Type = SourceType.Git, Url = $"file://{Repository.Folder}" });

        Assert.Contains(message, error.ToString());
    }
}
