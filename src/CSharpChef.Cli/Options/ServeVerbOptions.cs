using System.CommandLine;
using System.CommandLine.Parsing;
using System.Net;
using CSharpChef.Converge.Errors;
using CSharpChef.Stacks.Cluster;
using CSharpChef.Stacks.Operations.Requests;
using CSharpChef.Stacks.Store;
using CSharpChef.Web.Serving;
using Command = System.CommandLine.Command;

namespace CSharpChef.Cli.Options;

/// <summary>The options of a server.</summary>
internal sealed class ServeVerbOptions
{
    private readonly DataOptions store = new();
    private readonly ServeRuleOptions rules = new();
    private readonly ServeMachineOptions machines = new();

    private readonly Option<string[]> urls = new("--urls")
    {
        HelpName = "URL",
        Description = "Where to listen, such as https://*:8443. Port 0 picks a free port.",
        DefaultValueFactory = _ => ["http://127.0.0.1:8800"],
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<string?> cluster = new("--cluster")
    {
        HelpName = "URL",
        Description =
            "The Redis through which servers that share one PostgreSQL find each other: redis://HOST:PORT. Put a password into CSHARPCHEF_CLUSTER.",
    };

    private readonly Option<string?> clusterListen = new("--cluster-listen")
    {
        HelpName = "HOST:PORT",
        Description =
            "The address at which the other servers of the cluster reach this server: HOST:PORT. Not encrypted: use a private network.",
    };

    private readonly Option<string?> certificate = new("--certificate")
    {
        HelpName = "FILE",
        Description = "The TLS certificate, PEM or PFX; reloaded when it changes."
    };
    private readonly Option<string?> certificateKey = new("--certificate-key")
    {
        HelpName = "FILE",
        Description = "The private key of the certificate, PEM, if in another file."
    };
    private readonly Option<bool> plain = new("--allow-plain-http")
    {
        Description = "Allow addresses beyond loopback without TLS."
    };
    private readonly Option<string[]> proxies = new("--proxy")
    {
        HelpName = "NETWORK",
        Description = "A proxy whose X-Forwarded headers are trusted, such as 10.0.0.1/32."
    };
    private readonly Option<string[]> metricsFrom = new("--metrics-from")
    {
        HelpName = "NETWORK",
        Description = "A network that may also read /metrics, such as 10.0.0.0/8."
    };
    private readonly Option<int> rate = new("--rate")
    {
        HelpName = "N",
        Description = "Calls per second for each user, with all keys and tokens together.",
        DefaultValueFactory = _ => 500
    };
    private readonly Option<int> burst = new("--burst")
    {
        HelpName = "N",
        Description = "Calls of each user that may come in one burst, before --rate limits them.",
        DefaultValueFactory = _ => 1000
    };
    private readonly Option<int> limit = new("--limit")
    {
        HelpName = "N",
        Description = "The most stacks, and layers, instances and apps of each.",
        DefaultValueFactory = _ => new Limits().Stacks
    };
    private readonly Option<int> runs = new("--max-runs")
    {
        HelpName = "N",
        Description = "The most commands that run on instances at once; others wait, in turns of their stacks.",
        DefaultValueFactory = _ => 64
    };
    // Not typed as the enum, which would load the web server for every verb.
    private readonly Option<string> logs = Words("--logs", "The format of log lines.", "text", "json");

    public void AddTo(Command command)
    {
        store.AddTo(command);
        Option[] all =
        [
            urls,
            cluster,
            clusterListen,
            certificate,
            certificateKey,
            plain,
            proxies,
            metricsFrom,
            rate,
            burst,
            limit,
            runs,
            logs
        ];
        foreach (var option in all)
        {
            command.Options.Add(option);
        }

        rules.AddTo(command);
        machines.AddTo(command);
        foreach (var number in new[] { rate, burst, limit, runs })
        {
            number.Validators.Add(RequirePositive);
        }
    }

    public ServerOptions Read(ParseResult parsed) => Read(parsed, store.Read(parsed));

    private ServerOptions Read(ParseResult parsed, StoreOptions storeOptions) => new(storeOptions)
    {
        Cluster = Cluster(parsed, storeOptions),
        Limits = Limits(parsed.GetValue(limit)),
        Sources = rules.Sources(parsed, storeOptions.DataFolder),
        AllowLoopbackMachines = rules.AllowsLoopbackMachines(parsed),
        Machines = machines.Read(parsed),
        MostRuns = parsed.GetValue(runs),
        Http = new()
        {
            Urls = parsed.GetValue(urls)!,
            Certificate = parsed.GetValue(certificate),
            CertificateKey = parsed.GetValue(certificateKey),
            AllowPlainHttpBeyondLoopback = parsed.GetValue(plain),
            Proxies = Networks(parsed, proxies),
            MetricsFrom = Networks(parsed, metricsFrom),
            CallRate = new(parsed.GetValue(rate), parsed.GetValue(burst)),
            LogFormat = Enum.Parse<LogFormat>(parsed.GetValue(logs)!, ignoreCase: true),
        },
    };

    private static void RequirePositive(OptionResult option)
    {
        if (option.Tokens is [{ Value: var text }] && int.TryParse(text, out var number) && number < 1)
        {
            option.AddError(
                $"{option.Option.Name} {text}: write a whole number from 1 on; for no limit a large one, such as 1000000.");
        }
    }

    private static Option<string> Words(string name, string description, params string[] words)
    {
        var option = new Option<string>(name) { Description = description, DefaultValueFactory = _ => words[0] };
        option.AcceptOnlyFromAmong(words);
        return option;
    }

    private static Limits Limits(int limit) =>
        new() { Stacks = limit, LayersPerStack = limit, InstancesPerStack = limit, AppsPerStack = limit };

    private static List<IPNetwork> Networks(ParseResult parsed, Option<string[]> option) =>
        [.. (parsed.GetValue(option) ?? []).Select(text => IPNetwork.TryParse(text, out var network)
            ? network
            : throw new UsageException($"{option.Name} {text} is not a network: write an address and its length, such as 10.0.0.0/8."))];

    private ClusterOptions Cluster(ParseResult parsed, StoreOptions storeOptions)
    {
        var url = DataOptions.ReadUrl(parsed.GetValue(cluster), "--cluster", "CSHARPCHEF_CLUSTER");
        if (url is null && parsed.GetValue(clusterListen) is { } address)
        {
            throw new UsageException(
                $"--cluster-listen {address} has no effect without a cluster: name its Redis with --cluster or CSHARPCHEF_CLUSTER, or leave --cluster-listen out.");
        }

        if (url is not null && storeOptions.Url is null)
        {
            throw new UsageException(
                "The servers of a cluster share one PostgreSQL, and this server has a SQLite store: name the database with --store or CSHARPCHEF_STORE, or leave --cluster and CSHARPCHEF_CLUSTER out.");
        }

        return new() { RedisUrl = url, Listen = Listen(parsed) };
    }

    private IPEndPoint? Listen(ParseResult parsed) => parsed.GetValue(clusterListen) is not { } text
        ? null
        : IPEndPoint.TryParse(text, out var end) && end.Port > 0
        ? end
        : throw new UsageException($"--cluster-listen {text} is not an address such as 10.0.0.5:11111");
}
