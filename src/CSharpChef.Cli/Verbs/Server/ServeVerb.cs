using System.CommandLine;
using CSharpChef.Cli.Options;
using CSharpChef.Stacks.Store;
using CSharpChef.Web;
using CSharpChef.Web.Serving;

namespace CSharpChef.Cli.Verbs.Server;

/// <summary><c>csharpchef serve</c></summary>
internal static class ServeVerb
{
    public static Command Create()
    {
        var options = new ServeVerbOptions();
        var command = new Command("serve", """
            Run the server: API, stacks, instances and users.
            Clients of AWS OpsWorks can call the API. The server starts machines and runs recipes on them over SSH; --local lets it make
            machines on this host. The first start creates an administrator and writes the access key to the file credentials in the data
            folder.

            Examples:
              csharpchef serve
              csharpchef serve --urls https://*:8443 --certificate chef.pem --certificate-key chef.key
              csharpchef serve --local --local-nat
              csharpchef serve --store postgres://chef@db/chef --master-key /etc/csharpchef/master.key --cluster redis://cache:6379
            """);
        options.AddTo(command);
        command.SetAction((parsed, ct) => RunAsync(options.Read(parsed), ct));
        return command;
    }

    private static async Task<int> RunAsync(ServerOptions options, CancellationToken ct)
    {
        await using var server = await StoreFaults.ExplainAsync(
            options.Store, () => ControlServer.StartAsync(options, ct));
        WriteUrls(server, options);
        await server.WaitAsync(ct);
        return 0;
    }

    private static void WriteUrls(ControlServer server, ServerOptions options)
    {
        var url = server.Http.Urls[0];
        if (server.IsNew)
        {
            Console.Error.WriteLine($"""
                A new server: the administrator's access key is in {options.Store.CredentialsPath}. Use it like this:
                  csharpchef login {url} --credentials {options.Store.CredentialsPath}
                  AWS_SHARED_CREDENTIALS_FILE={options.Store.CredentialsPath} aws opsworks --endpoint-url {url} --region local describe-stacks
                """);
        }

        Console.Error.WriteLine($"ready: {string.Join(", ", server.Http.Urls)}");
    }
}
