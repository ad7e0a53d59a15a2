using System.Globalization;
using CSharpChef.Web.Serving;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace CSharpChef.Tests.Web.Serving;

public sealed class HttpApplicationTests
{
    [Fact]
    public async Task The_time_of_a_JSON_log_line_has_no_blank_at_its_end()
    {
        var options = new HttpOptions { Urls = ["http://127.0.0.1:0"], LogFormat = LogFormat.Json };
        using var connections = new ConnectionLimits(options.Strangers, new([]), TimeProvider.System);
        using var sockets = ListenSockets.Bind(options);
        await using var application = HttpApplication.Build(
            options, sockets, connections);

        var format = application.Services.GetRequiredService<IOptionsMonitor<JsonConsoleFormatterOptions>>()
            .CurrentValue.TimestampFormat!;

        Assert.Equal("2026-11-24T12:00:00.000Z", new DateTime(2026, 11, 24, 12, 0, 0).ToString(format, CultureInfo.InvariantCulture));
    }
}
