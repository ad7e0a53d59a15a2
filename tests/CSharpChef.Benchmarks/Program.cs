using CSharpChef.Benchmarks;
using CSharpChef.Benchmarks.Server;

// dotnet run --project tests/CSharpChef.Benchmarks -c Release -- noop noop-20 start-up
if (args is [UnitTests.Argument, var count])
{
    await UnitTests.RunAsync(BenchmarkOptions.Number(count) ?? 1);
    return 0;
}

if (BenchmarkOptions.Parse(args) is not { } options)
{
    Console.Error.WriteLine(BenchmarkOptions.Usage);
    return 2;
}

try
{
    var binary = options.Binary ?? Repository.Publish();
    if (options.Alone is { } alone)
    {
        var figures = await (alone switch
        {
            "editor" => EditorBenchmark.RunAsync(binary, options.Runs),
            "fleet" => FleetBenchmark.RunAsync(binary, options.Runs),
            "local" => LocalSetup.RunAsync(binary, options.Runs),
            _ => ServerBenchmark.RunAsync(binary, options.Runs),
        });
        Console.WriteLine(figures);
        if (options.Write && alone == "server")
        {
            File.WriteAllText(
                Repository.ServerPage, PerformancePage.OfServer(TimeProvider.System.GetUtcNow(), figures) + "\n");
        }

        return 0;
    }

    var tables = new List<string>();
    foreach (var scenario in options.Scenarios.Select(name => Scenario.Named(name, binary)))
    {
        using var server = scenario.Server;
        scenario.Prepare();
        tables.Add(options.Against is { } other
            ? BuildComparison.Table(scenario, binary, other, Math.Max(2, options.Runs))
            : CommandRunsTable.Of(scenario, CommandRuns.Run(scenario, Math.Min(options.Runs, scenario.MaxRuns))));
        Console.WriteLine(tables[^1]);
    }

    if (options is { Write: true, Against: null })
    {
        File.WriteAllText(Repository.PerformancePage, PerformancePage.Of(TimeProvider.System.GetUtcNow(), tables));
    }

    return 0;
}
catch (BenchmarkException e)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}
finally
{
    Repository.RemoveScratch();
}
