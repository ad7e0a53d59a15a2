using CSharpChef.Recipes;

namespace CSharpChef.Tests.Recipes.DataBags;

public sealed class OpsWorksBagsTests
{
    private static readonly StackData Data = new("web1")
    {
        Stack = new("shop")
        {
            Id = "s",
            Users = [new("ann") { IsAdministrator = true }],
            Databases = [new("main") { Password = "hush hush" }],
            LoadBalancers = [new("front") { Layer = "web" }],
            EcsClusters = [new("tasks")],
        },
        Layers = [new("web") { Id = "l1" }, new("db") { Id = "l2" }],
        Instances =
        [
            new("web2") { Layers = ["web"], Status = "stopped" },
            new("web1") { Layers = ["web"], PrivateIp = "10.0.0.1" },
            new("db1") { Layers = ["db"], PrivateIp = "10.0.0.2", Published = Map("port", "5433") },
        ],
        Apps =
        [
            new("shop")
            {
                IsDeployed = true,
                Source = new("git") { Url = "https://example.com/shop", SshKey = "key" },
                Attributes = Map("DocumentRoot", "public"),
                Environment = Map("MODE", "fast"),
            },
            new("blog"),
        ],
        Command = new("deploy") { Id = "c", Args = new Dictionary<string, IReadOnlyList<string>> { ["app_ids"] = ["a"] } },
    };

    [Theory]
    [InlineData("aws_opsworks_app", "app_id name shortname type deploy app_source attributes data_sources domains enable_ssl ssl_configuration environment")]
    [InlineData("aws_opsworks_command", "command_id type args sent_at instance_id iam_user_arn")]
    [InlineData("aws_opsworks_ecs_cluster", "ecs_cluster_name ecs_cluster_arn")]
    [InlineData("aws_opsworks_elastic_load_balancer", "elastic_load_balancer_name dns_name layer_id")]
    [InlineData("aws_opsworks_instance", "instance_id hostname status self layer_ids role os instance_type architecture auto_scaling_type availability_zone subnet_id ami_id created_at ec2_instance_id elastic_ip private_ip private_dns public_ip public_dns ebs_optimized root_device_type root_device_volume_id virtualization_type infrastructure_class ssh_host_rsa_key_fingerprint ssh_host_dsa_key_fingerprint published")]
    [InlineData("aws_opsworks_layer", "layer_id name shortname type packages volume_configurations ecs_cluster_arn")]
    [InlineData("aws_opsworks_rds_db_instance", "rds_db_instance_arn db_instance_identifier db_user db_password address port engine region")]
    [InlineData("aws_opsworks_stack", "stack_id name arn region vpc_id use_custom_cookbooks custom_cookbooks_source")]
    [InlineData("aws_opsworks_user", "iam_user_arn username unix_user_id ssh_public_key administrator_privileges remote_access")]
    public void An_item_has_the_members_of_opsworks(string bag, string members) => Assert.Equal(
        ["id", .. members.Split(' ')], OpsWorksBags.Of(Data, bag)[0].Values.Select(pair => pair.Key));

    [Theory]
    [InlineData("aws_opsworks_instance", "*:*", "db1 web1 web2")]
    [InlineData("aws_opsworks_instance", "self:true", "web1")]
    [InlineData("aws_opsworks_instance", "NOT self:true", "db1 web2")]
    [InlineData("aws_opsworks_instance", "role:web AND status:online", "web1")]
    [InlineData("aws_opsworks_instance", "role:web OR role:db", "db1 web1 web2")]
    [InlineData("aws_opsworks_instance", "hostname:web*", "web1 web2")]
    [InlineData("aws_opsworks_instance", "layer_ids:l2", "db1")]
    [InlineData("aws_opsworks_instance", "private_ip:*", "db1 web1")]
    [InlineData("aws_opsworks_instance", "published_port:[5000 TO 6000]", "db1")]
    [InlineData("aws_opsworks_instance", "web1", "web1")]
    [InlineData("aws_opsworks_app", "deploy:true", "shop")]
    [InlineData("aws_opsworks_app", "app_source_type:git", "shop")]
    [InlineData("aws_opsworks_app", "name:x", "")]
    [InlineData("aws_opsworks_user", "administrator_privileges:true", "ann")]
    public void A_query_finds_items(string bag, string query, string names) => Assert.Equal(
        names,
        string.Join(' ', ItemQuery.Find(
            query, OpsWorksBags.Of(Data, bag).Select(item => (item.Name, item.Name, item.Values)))));

    [Fact]
    public void Values_are_read_by_their_old_paths()
    {
        var app = OpsWorksBags.Item(Data, "aws_opsworks_app", "shop");

        Assert.Equal("public", app["attributes.document_root"]);
        Assert.Equal("fast", app["environment.MODE"]);
        Assert.Equal("key", app["app_source.ssh_key"]);
        Assert.Equal("a", OpsWorksBags.Of(Data, "aws_opsworks_command")[0]["args.app_ids"].Items[0]);
        Assert.Equal("l1", OpsWorksBags.Of(Data, "aws_opsworks_elastic_load_balancer")[0]["layer_id"]);
        Assert.False(app.Has("app_source.password"));
    }

    [Theory]
    [InlineData("aws_opsworks_instances", "x", "there is no data bag \"aws_opsworks_instances\": did you mean \"aws_opsworks_instance\"?")]
    [InlineData("aws_opsworks_instance", "web3", "the data bag aws_opsworks_instance has no item \"web3\": did you mean \"web1\"?")]
    public void An_unknown_name_is_an_error_with_a_similar_one(string bag, string item, string message) =>
        Assert.Equal(message, Assert.Throws<RecipeException>(() => OpsWorksBags.Item(Data, bag, item)).Message);

    [Fact]
    public void A_wrong_query_is_an_error_with_the_position() => Assert.StartsWith(
        "the search query is wrong at character 10: ",
        Assert.Throws<RecipeException>(() => ItemQuery.Find<string>("self:true)", [])).Message,
        StringComparison.Ordinal);

    private static Dictionary<string, string> Map(string name, string text) => new() { [name] = text };
}
