<?php
/**
 * Plugin Name:       Portal request form
 * Description:       The request form of a service company, as a block and as a shortcode.
 * Version:           0.1.0
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * License:           MIT
 * Text Domain:       portal-request-form
 *
 * @package PortalRequestForm
 */

defined( 'ABSPATH' ) || exit;

define( 'PORTAL_REQUEST_FORM_FILE', __FILE__ );

require_once __DIR__ . '/includes/settings.php';
require_once __DIR__ . '/includes/form.php';

add_action( 'init', 'portal_request_form_init' );
add_action( 'admin_init', 'portal_request_form_register_settings' );
add_action( 'admin_menu', 'portal_request_form_add_page' );

/** Registers the block, which is rendered when a page is shown, and the shortcode. */
function portal_request_form_init() {
	register_block_type( __DIR__, array( 'render_callback' => 'portal_request_form_block' ) );
	add_shortcode( 'portal_request_form', 'portal_request_form_shortcode' );
}
