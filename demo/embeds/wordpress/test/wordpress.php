<?php
/**
 * As much of the real WordPress as the plugin meets, without a database: hooks, escaping, shortcodes, options, blocks and
 * the settings page come from its own files. Only who is asking and what is loaded in a page are played here.
 */

$wordpress = rtrim( (string) getenv( 'WORDPRESS' ), '/' );
define( 'ABSPATH', $wordpress . '/' );
define( 'WPINC', 'wp-includes' );
define( 'WP_CONTENT_DIR', dirname( __DIR__ ) );
define( 'WP_PLUGIN_DIR', dirname( __DIR__ ) );
define( 'WPMU_PLUGIN_DIR', dirname( __DIR__ ) . '/none' );
define( 'WP_PLUGIN_URL', 'https://www.example.com/wp-content/plugins' );
define( 'WPMU_PLUGIN_URL', WP_PLUGIN_URL );
define( 'WP_LANG_DIR', WP_CONTENT_DIR . '/languages' );
define( 'WP_DEBUG', true );
$_SERVER['HTTPS'] = 'on';
error_reporting( E_ALL & ~E_DEPRECATED );
set_error_handler(
	static function ( $level, $message, $file, $line ) {
		if ( error_reporting() & $level ) {
			throw new ErrorException( $message, 0, $level, $file, $line );
		}
		return false;
	}
);

foreach (
	array(
		'version', 'load', 'plugin', 'functions', 'compat', 'formatting', 'kses', 'shortcodes', 'l10n', 'option', 'cache', 'class-wp-error', 'link-template', 'theme', 'class-wp-theme', 'class-wp-post-type', 'post',
		'class-wp-object-cache', 'class-wp-textdomain-registry', 'pomo/translations', 'pomo/mo', 'class-wp-block-parser', 'class-wp-block-type', 'class-wp-block-type-registry',
		'class-wp-block', 'class-wp-block-list', 'class-wp-walker', 'class-wp-block-supports', 'blocks', 'general-template', 'rest-api',
	) as $name
) {
	if ( file_exists( ABSPATH . WPINC . "/$name.php" ) ) {
		require_once ABSPATH . WPINC . "/$name.php";
	}
}
require_once ABSPATH . 'wp-admin/includes/template.php';
wp_cache_init();
$wp_plugin_paths = array();
$wp_textdomain_registry = new WP_Textdomain_Registry();

$played = (object) array(
	'options' => array(),
	'rights'  => array(),
	'loaded'  => array(),
);
$address = 'https://www.example.com';
wp_cache_set(
	'alloptions',
	array( 'blog_charset' => 'UTF-8', 'WPLANG' => '', 'home' => $address, 'siteurl' => $address, 'stylesheet' => 'none', 'template' => 'none' ),
	'options'
);
add_filter(
	'pre_option_portal_request_form',
	static function () use ( $played ) {
		return $played->options['portal_request_form'];
	}
);

function current_user_can( $right ) {
	global $played;
	return in_array( $right, $played->rights, true );
}
function wp_enqueue_script( $handle, $address ) {
	global $played;
	$played->loaded[] = $address;
}
function wp_set_script_translations() {
	return true;
}
function wp_register_script() {
	return true;
}
if ( getenv( 'MODULES' ) ) {
	function wp_enqueue_script_module( $handle, $address, $needs, $version ) {
		global $played;
		$played->loaded[] = $address . ( null === $version ? '' : "?ver=$version" );
	}
}
