using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using CSharpChef.Stacks.Apps;
using CSharpChef.Tests.Stacks.Operations;
using CSharpChef.TestSupport.Stacks;

namespace CSharpChef.Tests.Stacks.Apps;

public sealed class AppTests : ServerTests
{
    [Fact]
    public async Task An_app_short_name_is_derived_from_the_name_and_stays_when_the_app_is_renamed()
    {
        var id = await CreateAppAsync(new { Name = "Web Shop!", Type = "other" });
        await Server.CallAsync("UpdateApp", new { AppId = id, Name = "Other" });

        var app = await DescribeAsync(id);

        Assert.Equal("web_shop", app["Shortname"]!.GetValue<string>());
        Assert.Equal("Other", app["Name"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_secure_variable_is_returned_filtered_kept_when_sent_back_and_replaced_by_a_new_value()
    {
        var id = await CreateAppAsync(new
        {
            Name = "shop",
            Type = "other",
            Environment = new[] { Variable("TOKEN", "geheim", true), Variable("MODE", "live", false) }
        });
        await Server.CallAsync(
            "UpdateApp", new { AppId = id, Environment = new[] { Variable("TOKEN", "*****FILTERED*****", true) } });

        var environment = (await DescribeAsync(id))["Environment"]!.AsArray();

        Assert.Single(environment);
        Assert.Equal("*****FILTERED*****", environment[0]!["Value"]!.GetValue<string>());
        Assert.DoesNotContain("geheim", await TestStore.DumpAsync(Server.Folder), StringComparison.Ordinal);
        Assert.Equal("geheim", await RevealAsync(id));
        await Server.CallAsync("UpdateApp", new { AppId = id, Environment = new[] { Variable("TOKEN", "neu", true) } });
        Assert.Equal("neu", await RevealAsync(id));
    }

    [Fact]
    public async Task A_secure_variable_that_is_sent_back_as_key_and_filtered_value_stays_secure_and_keeps_its_value()
    {
        var id = await CreateAppAsync(new
        {
            Name = "shop",
            Type = "other",
            Environment = new[] { Variable("TOKEN", "geheim", true), Variable("MODE", "live", false) }
        });

        foreach (var sent in new object[]
        {
            new { Key = "TOKEN", Value = "*****FILTERED*****" },
            Variable("TOKEN", "*****FILTERED*****", false),
        })
        {
            await Server.CallAsync("UpdateApp", new { AppId = id, Environment = new[] { sent, new { Key = "MODE", Value = "live" } } });

            Assert.Equal("geheim", await RevealAsync(id));
            var environment = (await DescribeAsync(id))["Environment"]!.AsArray();
            Assert.Equal([true, false], environment.Select(variable => variable!["Secure"]!.GetValue<bool>()));
        }
    }

    [Fact]
    public async Task The_filtered_text_is_refused_where_no_secret_is_stored()
    {
        var stack = await Server.CreateStackAsync();
        const string Filtered = "*****FILTERED*****";

        await RequireRefusalAsync("as the value of A, but no value is stored", "CreateApp", new
        {
            StackId = stack,
            Name = "shop",
            Type = "other",
            Environment = new[] { new { Key = "A", Value = Filtered } }
        });
        await RequireRefusalAsync("DbPassword is the filtered text", "RegisterRdsDbInstance", new
        {
            StackId = stack,
            RdsDbInstanceArn = "arn:aws:rds:local:1:db:shop",
            DbUser = "u",
            DbPassword = Filtered,
        });
        await RequireRefusalAsync("Attributes.MysqlRootPassword is the filtered text", "CreateLayer", new
        {
            StackId = stack,
            Type = "db-master",
            Name = "db",
            Shortname = "db",
            Attributes = new { MysqlRootPassword = Filtered }
        });
    }

    [Theory]
    [InlineData("1A", "x", "Environment[0].Key is '1A'")]
    [InlineData("A-B", "x", "Environment[0].Key is 'A-B'")]
    [InlineData("A", "line\nline", "Environment[0].Value contains the character U+000A")]
    public async Task An_environment_variable_with_an_invalid_name_or_value_is_refused(
        string key, string value, string says) =>
        await RequireRefusalAsync(says, "CreateApp", new
        {
            StackId = await Server.CreateStackAsync(),
            Name = "shop",
            Type = "other",
            Environment = new[] { Variable(key, value, false) }
        });

    [Fact]
    public async Task Environment_variables_over_20_KB_in_total_are_refused()
    {
        var stack = await Server.CreateStackAsync();
        var variables = Enumerable.Range(0, 90)
            .Select(n => Variable($"KEY{n:00}", new string('x', 250), false))
            .ToArray();

        await RequireRefusalAsync(
            "the limit is 20480",
            "CreateApp",
            new { StackId = stack, Name = "shop", Type = "other", Environment = variables });
    }

    [Fact]
    public async Task TLS_needs_a_certificate_with_its_own_key_and_the_key_is_returned_filtered()
    {
        var stack = await Server.CreateStackAsync();
        var (certificate, key) = Pair();
        await RequireRefusalAsync(
            "SslConfiguration is required",
            "CreateApp",
            new { StackId = stack, Name = "shop", Type = "other", EnableSsl = true });
        await RequireRefusalAsync("its own private key", "CreateApp", new
        {
            StackId = stack,
            Name = "shop",
            Type = "other",
            SslConfiguration = new { Certificate = certificate, PrivateKey = Pair().Key }
        });

        var id = (await Server.CallAsync("CreateApp", new
        {
            StackId = stack,
            Name = "shop",
            Type = "other",
            EnableSsl = true,
            SslConfiguration = new { Certificate = certificate, PrivateKey = key }
        }))["AppId"]!.GetValue<string>();

        Assert.Equal(
            "*****FILTERED*****", (await DescribeAsync(id))["SslConfiguration"]!["PrivateKey"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_certificate_with_a_key_of_an_algorithm_that_the_server_cannot_check_is_refused_with_its_name()
    {
        var stack = await Server.CreateStackAsync();

        foreach (var (id, name) in UnusualCertificates.Algorithms)
        {
            await RequireRefusalAsync(
                $"SslConfiguration.Certificate has a key of the algorithm {name}, which the server cannot check: use one with an RSA or ECDSA key.",
                "CreateApp",
                new
                {
                    StackId = stack,
                    Name = "shop",
                    Type = "other",
                    SslConfiguration = new { Certificate = UnusualCertificates.Pem(id), PrivateKey = Pair().Key }
                });
        }
    }

    [Fact]
    public async Task A_certificate_that_a_kept_key_does_not_belong_to_is_refused()
    {
        var (certificate, key) = Pair();
        var id = await CreateAppAsync(new
        {
            Name = "shop",
            Type = "other",
            SslConfiguration = new { Certificate = certificate, PrivateKey = key }
        });
        const string Kept = "*****FILTERED*****";

        await RequireRefusalAsync(
            "its own private key",
            "UpdateApp",
            new { AppId = id, SslConfiguration = new { Pair().Certificate, PrivateKey = Kept } });
        await RequireRefusalAsync(
            "its own private key",
            "UpdateApp",
            new { AppId = id, SslConfiguration = new { Certificate = "none", PrivateKey = Kept } });
        await Server.CallAsync(
            "UpdateApp", new { AppId = id, SslConfiguration = new { Certificate = certificate + "\n", PrivateKey = Kept } });
    }

    [Fact]
    public async Task An_app_names_only_databases_and_instances_of_its_own_stack()
    {
        var sample = await SampleStack.CreateAsync(Server);
        var other = await SampleStack.CreateOtherAsync(Server);
        var arn = $"arn:aws:opsworks:local:1:instance/{sample["InstanceId"]}/";

        foreach (var foreign in new[] { other, "arn:aws:rds:local:1:db:unknown", "nonsense" })
        {
            await RequireRefusalAsync("DataSources[0].Arn is", "UpdateApp", Naming(sample, foreign));
        }

        await Server.CallAsync("UpdateApp", Naming(sample, sample["RdsDbInstanceArn"]));
        await Server.CallAsync("UpdateApp", Naming(sample, arn));
        Assert.Equal(arn, (await DescribeAsync(sample["AppId"]))["DataSources"]![0]!["Arn"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_empty_data_source_is_dropped_and_two_data_sources_are_refused()
    {
        var stack = await Server.CreateStackAsync();
        var id = await CreateAppAsync(new { Name = "shop", Type = "other", DataSources = new[] { new { } } });

        Assert.Empty((await DescribeAsync(id))["DataSources"]!.AsArray());
        var source = new { Type = "None" };
        await RequireRefusalAsync(
            "DataSources has 2 entries",
            "CreateApp",
            new { StackId = stack, Name = "b", Type = "other", DataSources = new[] { source, source } });
    }

    [Fact]
    public async Task A_second_app_with_the_same_short_name_in_a_stack_is_refused()
    {
        var stack = await Server.CreateStackAsync();
        await Server.CallAsync("CreateApp", new { StackId = stack, Name = "Shop", Type = "other" });

        await RequireRefusalAsync(
            "There is already an app with the Shortname 'shop'",
            "CreateApp",
            new { StackId = stack, Name = "shop", Type = "other" });
    }

    private static object Naming(SampleStack sample, string arn) => new
    {
        AppId = sample["AppId"],
        DataSources = new[] { new { Type = "RdsDbInstance", Arn = arn, DatabaseName = "shop" } }
    };

    private static object Variable(string key, string value, bool secure) =>
        new { Key = key, Value = value, Secure = secure };

    private static (string Certificate, string Key) Pair()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=shop", key, HashAlgorithmName.SHA256).CreateSelfSigned(
            DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        return (certificate.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem());
    }

    private async Task<string> CreateAppAsync(object settings)
    {
        var request = System.Text.Json.JsonSerializer.SerializeToNode(settings)!.AsObject();
        request["StackId"] = await Server.CreateStackAsync($"stack {Guid.NewGuid()}");
        return (await Server.CallAsync("CreateApp", request.ToJsonString()))["AppId"]!.GetValue<string>();
    }

    private async Task<JsonNode> DescribeAsync(string id) =>
        (await Server.CallAsync("DescribeApps", new { AppIds = new[] { id } }))["Apps"]![0]!;

    [Fact]
    public async Task A_layer_that_an_app_is_for_alone_cannot_be_deleted_and_another_one_leaves_the_app()
    {
        var stack = await Server.CreateStackAsync();
        var (web, db) = (await Server.CreateLayerAsync(stack), await Server.CreateLayerAsync(stack, "db"));
        var id = (await Server.CallAsync(
            "CreateApp", new { StackId = stack, Name = "shop", Type = "other", LayerIds = new[] { web, db } }))["AppId"]!.GetValue<string>();

        await Server.CallAsync("DeleteLayer", new { LayerId = db });
        await RequireRefusalAsync("the app shop is for it alone", "DeleteLayer", new { LayerId = web });

        Assert.Equal($"[\"{web}\"]", (await DescribeAsync(id))["LayerIds"]!.ToJsonString());
    }

    [Fact]
    public async Task The_layers_of_an_app_are_layers_of_its_stack_and_of_the_clone_in_a_clone()
    {
        var stack = await Server.CreateStackAsync();
        var (web, other) = (await Server.CreateLayerAsync(stack), await Server.CreateStackAsync("other"));
        var foreign = await Server.CreateLayerAsync(other);
        var app = new { StackId = stack, Name = "shop", Type = "other", LayerIds = new[] { web } };
        var id = (await Server.CallAsync("CreateApp", app))["AppId"]!.GetValue<string>();

        await RequireRefusalAsync("which is not in the stack", "CreateApp", app with { LayerIds = [foreign] });
        await RequireRefusalAsync("which is not in the stack", "UpdateApp", new { AppId = id, LayerIds = new[] { foreign } });
        var clone = (await Server.CallAsync("CloneStack", new
        {
            SourceStackId = stack,
            ServiceRoleArn = "arn:aws:iam::1:role/service",
            CloneAppIds = new[] { id },
        }))["StackId"];

        var layer = (await Server.CallAsync("DescribeLayers", new { StackId = clone }))["Layers"]![0]!["LayerId"];
        var copy = (await Server.CallAsync("DescribeApps", new { StackId = clone }))["Apps"]![0]!;
        Assert.Equal($"[{layer!.ToJsonString()}]", copy["LayerIds"]!.ToJsonString());
    }

    private Task<string> RevealAsync(string id) => Server.Plane.Store.ReadAsync(
        async session =>
        {
            var app = (await session.FindAsync<App>(id))!;
            return await session.RevealAsync(app, app.SecretEnvironment["TOKEN"]);
        },
        default);
}
