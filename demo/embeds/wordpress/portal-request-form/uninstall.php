<?php
/**
 * Leaves nothing behind.
 *
 * @package PortalRequestForm
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

delete_option( 'portal_request_form' );
