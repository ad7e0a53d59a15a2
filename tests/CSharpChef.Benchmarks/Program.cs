using CSharpChef.Benchmarks;

// dotnet run --project tests/CSharpChef.Benchmarks -c Release -- noop noop-20 noop-wan start-up
if (BenchmarkOptions.Parse(args) is not { } options)
{
    Console.Error.WriteLine(BenchmarkOptions.Usage);
    return 2;
}

try
{
    var binary = options.Binary ?? Repository.Publish();
    foreach (var name in options.Scenarios)
    {
        var scenario = Scenario.Named(name, binary, options);
        scenario.Prepare();
        Console.WriteLine(RaceTable.Of(scenario, Race.Run(scenario, options.Runs)));
    }

    return 0;
}
catch (BenchmarkException e)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}
