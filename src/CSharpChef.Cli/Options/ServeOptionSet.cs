using System.CommandLine;
using System.Net;
using CSharpChef.Converge.Errors;
using CSharpChef.Stacks.Operations.Requests;
using CSharpChef.Web.Serving;
using Command = System.CommandLine.Command;

namespace CSharpChef.Cli.Options;

/// <summary>How a server is started.</summary>
internal sealed class ServeOptionSet
{
    private readonly StoreOptionSet store = new();

    private readonly Option<string[]> urls = new("--urls")
    {
        Description = "Where to listen, like https://*:8443. Port 0 takes any that is free.",
        DefaultValueFactory = _ => ["http://127.0.0.1:8800"],
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<string?> cluster = new("--cluster")
    {
        Description =
            "redis://HOST:PORT where several servers on one PostgreSQL find each other. A password goes into CSHARPCHEF_CLUSTER.",
    };

    private readonly Option<string?> clusterListen = new("--cluster-listen")
    {
        Description =
            "HOST:PORT where the other servers of the cluster reach this one. They speak in clear: use a private network.",
    };

    private readonly Option<string?> certificate = new("--certificate")
    {
        Description = "TLS certificate, PEM or PFX; read again when it changes."
    };
    private readonly Option<string?> certificateKey = new("--certificate-key")
    {
        Description = "Its private key, PEM, when in another file."
    };
    private readonly Option<bool> plain = new("--allow-plain-http")
    {
        Description = "Listen beyond loopback without TLS."
    };
    private readonly Option<string[]> proxies = new("--proxy")
    {
        Description = "A proxy, like 10.0.0.1/32, whose X-Forwarded headers are believed."
    };
    private readonly Option<string[]> metricsFrom = new("--metrics-from")
    {
        Description = "A network, like 10.0.0.0/8, that may read /metrics too."
    };
    private readonly Option<int> rate = new("--rate")
    {
        Description = "Calls a second of each credential.",
        DefaultValueFactory = _ => 20
    };
    private readonly Option<int> burst = new("--burst")
    {
        Description = "Calls of each credential at once.",
        DefaultValueFactory = _ => 100
    };
    private readonly Option<int> limit = new("--limit")
    {
        Description = "Stacks, and layers, instances, apps of each.",
        DefaultValueFactory = _ => 40
    };
    // Not of the enum: its type would load the web server for every verb.
    private readonly Option<string> logs = Words("--logs", "How log lines are written.", "text", "json");

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
            logs
        ];
        foreach (var option in all)
        {
            command.Options.Add(option);
        }
    }

    public ServeOptions Read(ParseResult parsed) => new(store.Read(parsed))
    {
        Cluster = new()
        {
            RedisUrl = StoreOptionSet.Url(parsed.GetValue(cluster), "--cluster", "CSHARPCHEF_CLUSTER"),
            Listen = Listen(parsed)
        },
        Limits = Limits(parsed.GetValue(limit)),
        Web = new()
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

    private static Option<string> Words(string name, string description, params string[] words)
    {
        var option = new Option<string>(name) { Description = description, DefaultValueFactory = _ => words[0] };
        option.AcceptOnlyFromAmong(words);
        return option;
    }

    private static Limits Limits(int most) =>
        new() { Stacks = most, LayersPerStack = most, InstancesPerStack = most, AppsPerStack = most };

    private static List<IPNetwork> Networks(ParseResult parsed, Option<string[]> option) =>
        [.. (parsed.GetValue(option) ?? []).Select(text => IPNetwork.TryParse(text, out var network)
            ? network
            : throw new UsageException($"{option.Name} {text} is no network like 10.0.0.0/8."))];

    private IPEndPoint? Listen(ParseResult parsed) => parsed.GetValue(clusterListen) is not { } text
        ? null
        : IPEndPoint.TryParse(text, out var end) && end.Port > 0
        ? end
        : throw new UsageException($"--cluster-listen {text} is no address like 10.0.0.5:11111.");
}
